package io.timecoin.app.fx.control;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.state.BadgeState;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The one word about a masternode's health. */
public enum Verdict {
  HEALTHY("healthy", Feather.CHECK_CIRCLE, BadgeState.UNSPENT),
  DEGRADED("degraded", Feather.ALERT_TRIANGLE, BadgeState.LOCKED),
  NOT_VOTING("notvoting", Feather.PAUSE_CIRCLE, BadgeState.CONTESTED),
  OFFLINE("offline", Feather.X_OCTAGON, BadgeState.REJECTED);

  private static final Texts TEXTS = Texts.of(Verdict.class);

  private final String key;
  private final Ikon icon;
  private final BadgeState colours;

  Verdict(String key, Ikon icon, BadgeState colours) {
    this.key = key;
    this.icon = icon;
    this.colours = colours;
  }

  /** The word, in the language of the desktop. */
  public String word() {
    return TEXTS.get("verdict." + key);
  }

  Ikon icon() {
    return icon;
  }

  String styleClass() {
    return colours.styleClass();
  }
}
