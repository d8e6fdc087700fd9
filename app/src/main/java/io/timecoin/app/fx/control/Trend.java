package io.timecoin.app.fx.control;

/** Where a number is heading, and whether that is welcome. */
public enum Trend {
  /** Not shown. */
  NONE,
  /** About the same. */
  STEADY,
  /** Rising, which is good. */
  UP_GOOD,
  /** Rising, which is bad. */
  UP_BAD,
  /** Falling, which is good. */
  DOWN_GOOD,
  /** Falling, which is bad. */
  DOWN_BAD
}
