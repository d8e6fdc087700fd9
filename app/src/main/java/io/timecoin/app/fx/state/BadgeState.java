package io.timecoin.app.fx.state;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.draw.Ink;
import java.util.Locale;

/** The states money and payments can be in, as people see them. */
public enum BadgeState {
  UNSPENT("unspent", Ink.UNSPENT),
  LOCKED("locked", Ink.LOCKED),
  SPENT_PENDING("pending", Ink.PENDING),
  SPENT_FINALIZED("finalized", Ink.FINALIZED),
  CONFIRMED("confirmed", Ink.CONFIRMED),
  REJECTED("rejected", Ink.REJECTED),
  CONTESTED("contested", Ink.CONTESTED);

  private static final Texts TEXTS = Texts.of(BadgeState.class);

  private final String key;
  private final Ink ink;

  BadgeState(String key, Ink ink) {
    this.key = key;
    this.ink = ink;
  }

  /** The word on the badge, in the language of the desktop. */
  public String word() {
    return TEXTS.get("state." + key);
  }

  /** What the state means, one sentence, for tooltips and screen readers. */
  public String meaning() {
    return TEXTS.get("state." + key + ".meaning");
  }

  /**
   * {@code tk-state-…}: gives {@code -tk-state}, {@code -tk-state-bg} and {@code -tk-state-solid}.
   */
  public String styleClass() {
    return "tk-state-" + key;
  }

  /** The colour for painted controls. */
  public Ink ink() {
    return ink;
  }

  /** The state the specification calls by this name, for example {@code SpentPending}. */
  public static BadgeState ofSpecificationName(String name) {
    return valueOf(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }
}
