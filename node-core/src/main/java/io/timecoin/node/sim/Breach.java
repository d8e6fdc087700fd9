package io.timecoin.node.sim;

import org.jspecify.annotations.Nullable;

/** A promise of the protocol was not kept. */
public final class Breach extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was broken, by whom. */
  public Breach(String what) {
    super(what);
  }

  /** Throws unless the promise is kept. */
  static void unless(boolean kept, String format, @Nullable Object... arguments) {
    if (!kept) {
      throw new Breach(format.formatted(arguments));
    }
  }
}
