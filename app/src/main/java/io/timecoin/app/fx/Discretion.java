package io.timecoin.app.fx;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Whether amounts are hidden from eyes over the shoulder. One for the whole process, like the
 * language: a screen that had to be told could be forgotten, and would show what all others hide.
 * FX thread only.
 */
public final class Discretion {

  /** Stands in for the digits. */
  public static final String DOTS = "•••••";

  private static final BooleanProperty ON = new SimpleBooleanProperty(null, "discretion");

  private Discretion() {}

  /** Whether amounts are hidden; amounts on the screen follow at once. */
  public static BooleanProperty onProperty() {
    return ON;
  }

  /** "25.00 TIME", or dots while amounts are hidden. */
  public static String amount(Formats formats, long units) {
    return ON.get() ? DOTS : formats.amountWithUnit(units);
  }
}
