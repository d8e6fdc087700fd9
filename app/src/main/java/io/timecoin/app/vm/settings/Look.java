package io.timecoin.app.vm.settings;

/** Which colours are wanted. */
public enum Look {
  /** What the desktop says. */
  SYSTEM,
  LIGHT,
  DARK,
  CONTRAST
}
