package io.timecoin.app.fx.draw;

import java.util.Locale;
import javafx.scene.paint.Color;

/** The colours a painted control may use; the style sheet gives each its value for the theme. */
public enum Ink {
  FG,
  MUTED,
  DIM,
  LINE,
  LINE_STRONG,
  SURFACE,
  INSET,
  ACCENT,
  ON_SOLID,
  UNSPENT,
  LOCKED,
  PENDING,
  FINALIZED,
  CONFIRMED,
  REJECTED,
  CONTESTED;

  /** Before the style sheet has spoken, nothing may be seen. */
  static final Color UNSET = Color.TRANSPARENT;

  /** The CSS property, for example {@code -tk-ink-line-strong}. */
  String property() {
    return "-tk-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
