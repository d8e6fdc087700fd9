package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.state.BadgeState;
import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** How far what is shown can be trusted to be the present. */
public enum ConnectionState {
  LIVE(Feather.CHECK_CIRCLE, BadgeState.UNSPENT),
  CONNECTING(Feather.LOADER, BadgeState.SPENT_PENDING),
  STALE(Feather.CLOCK, BadgeState.LOCKED),
  OFFLINE(Feather.X_CIRCLE, BadgeState.REJECTED);

  private static final Texts TEXTS = Texts.of(ConnectionState.class);

  private final Ikon icon;
  private final BadgeState colours;

  ConnectionState(Ikon icon, BadgeState colours) {
    this.icon = icon;
    this.colours = colours;
  }

  /** The word, in the language of the desktop. */
  public String word() {
    return TEXTS.get("connection." + name().toLowerCase(Locale.ROOT));
  }

  Ikon icon() {
    return icon;
  }

  String styleClass() {
    return colours.styleClass();
  }
}
