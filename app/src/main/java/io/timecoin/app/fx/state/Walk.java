package io.timecoin.app.fx.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The way one UTXO has come while it is being spent.
 *
 * @param steps the states reached, in order, the last one being where it is now; never empty
 * @param votes prepare votes counted so far, looked at while pending
 * @param total masternodes in the set, 0 where not known
 */
public record Walk(List<Step> steps, int votes, int total) {

  /** Where every walk begins. */
  public static final Walk START =
      new Walk(List.of(new Step(BadgeState.UNSPENT, Double.NaN)), 0, 0);

  public Walk {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a UTXO always has a state");
    }
    steps = List.copyOf(steps);
  }

  /**
   * A state reached.
   *
   * @param millis since the payment was sent, or NaN where there is nothing to stamp
   */
  public record Step(BadgeState state, double millis) {}

  /** The same walk one step further. */
  public Walk reached(BadgeState state, double millis) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(state, millis));
    return new Walk(longer, votes, total);
  }

  /** The same walk with this many votes. */
  public Walk counted(int newVotes, int newTotal) {
    return new Walk(steps, newVotes, newTotal);
  }

  /** Where it is now. */
  public BadgeState current() {
    return steps.getLast().state();
  }
}
