package io.timecoin.node.cli.pay;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The states that the first input walked, each with its time. For one thread. */
public final class Progress implements Settlement.Listener {
  private final OutPoint first;
  private final long sentNanos;
  private final Consumer<Step> onState;
  private final Consumer<Votes> onVotes;
  private final List<Step> steps = new ArrayList<>();

  /**
   * A state and when it was received.
   *
   * @param ms since the payment was sent
   */
  public record Step(UtxoState state, double ms) {}

  /**
   * Votes and when they were received.
   *
   * @param ms since the payment was sent
   */
  public record Votes(TransactionStatus status, double ms) {}

  /**
   * Starts with {@code Unspent} at 0 ms, as the snapshot said.
   *
   * @param sentNanos {@link System#nanoTime} when the payment was sent
   */
  public Progress(OutPoint first, long sentNanos, Consumer<Step> onState, Consumer<Votes> onVotes) {
    this.first = first;
    this.sentNanos = sentNanos;
    this.onState = onState;
    this.onVotes = onVotes;
    add(new Step(UtxoState.UNSPENT, 0));
  }

  @Override
  public void state(OutPoint input, UtxoState state, long nanos) {
    if (input.equals(first) && !state.equals(steps.getLast().state())) {
      add(new Step(state, ms(nanos)));
    }
  }

  @Override
  public void status(TransactionStatus status, long nanos) {
    onVotes.accept(new Votes(status, ms(nanos)));
  }

  private void add(Step step) {
    steps.add(step);
    onState.accept(step);
  }

  /** To a tenth of a millisecond: more would be noise. */
  private double ms(long nanos) {
    return Math.round((nanos - sentNanos) / 100_000.0) / 10.0;
  }

  /** In the order received. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Time of {@code SpentFinalized}, or of the last state so far. */
  public double milliseconds() {
    return steps.stream()
        .filter(step -> step.state() instanceof UtxoState.SpentFinalized)
        .findFirst()
        .orElseGet(steps::getLast)
        .ms();
  }
}
