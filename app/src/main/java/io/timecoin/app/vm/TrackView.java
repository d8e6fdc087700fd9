package io.timecoin.app.vm;

import java.util.List;

/**
 * One output walking its way while a payment spends it.
 *
 * @param steps the states reached, in order; never empty
 * @param votes prepare votes counted while pending
 */
public record TrackView(String outPoint, long units, List<Step> steps, int votes, int total) {

  /**
   * A state reached.
   *
   * @param millis since the payment was sent, NaN where it was not seen
   */
  public record Step(StateKind kind, double millis) {}

  /** Where it is now. */
  public StateKind current() {
    return steps.getLast().kind();
  }
}
