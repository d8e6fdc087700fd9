package io.timecoin.app.fx;

/** Which colours the person asked for. */
public enum ThemeMode {
  /** What the desktop says, also when it changes while the app runs. */
  SYSTEM,
  LIGHT,
  DARK,
  /** Dark, with every text at seven to one and every edge drawn. */
  CONTRAST
}
