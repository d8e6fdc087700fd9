package io.timecoin.node.cli.pay;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.States;
import io.timecoin.node.cli.client.Subscription;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows one payment until every input is spent for ever. For one thread. */
public final class Settlement {
  private final Subscription subscription;
  private final Txid txid;
  private final List<OutPoint> inputs;
  private final Listener listener;
  private final Map<OutPoint, Integer> finalVotes = new HashMap<>();
  private final Map<OutPoint, Long> blocks = new HashMap<>();
  private @Nullable WaitingReason waiting;
  private boolean toldFinal;

  /** Hears of progress, in order. */
  public interface Listener {
    /**
     * An input changed its state.
     *
     * @param nanos {@link System#nanoTime} when the message was received
     */
    void state(OutPoint input, UtxoState state, long nanos);

    /** Votes came in. */
    void status(TransactionStatus status, long nanos);
  }

  /**
   * Where it ended.
   *
   * @param votes commits behind the first input's state
   */
  public record Final(int votes) {}

  /** Of a payment whose inputs the subscription covers. */
  public Settlement(Subscription subscription, Transaction transaction, Listener listener) {
    this.subscription = subscription;
    this.txid = transaction.txid();
    this.inputs = transaction.spends();
    this.listener = listener;
  }

  /**
   * Waits.
   *
   * @throws CommandFailedException if the payment is rejected or the time is over
   */
  public Final await(Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!finalVotes.keySet().containsAll(inputs)) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      Subscription.Update update = left.isPositive() ? subscription.next(left) : null;
      if (update == null) {
        throw notInTime(timeout);
      }
      take(update);
    }
    return new Final(finalVotes.getOrDefault(inputs.getFirst(), 0));
  }

  /**
   * Goes on until a block includes the payment.
   *
   * @return the block's height
   * @throws CommandFailedException if the time is over
   */
  public long awaitBlock(Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!blocks.keySet().containsAll(inputs)) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      Subscription.Update update = left.isPositive() ? subscription.next(left) : null;
      if (update == null) {
        throw new CommandFailedException(
            "not_confirmed",
            "%s is final, but no block includes it after %s s; one will without being sent again."
                .formatted(txid, timeout.toSeconds()));
      }
      take(update);
    }
    return Objects.requireNonNull(blocks.get(inputs.getFirst()));
  }

  /** Goes on until the votes behind finality have been told, too, or the time is over. */
  public void awaitVotes(Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Duration left = timeout;
    while (!toldFinal && left.isPositive()) {
      Subscription.Update update = subscription.next(left);
      if (update != null) {
        take(update);
      }
      left = Duration.ofNanos(deadline - System.nanoTime());
    }
  }

  private void take(Subscription.Update update) throws CommandFailedException {
    switch (update) {
      case Subscription.Changed changed -> {
        StateChange change = changed.notification().notification();
        input(change.outpoint(), change.newState(), changed.received().nanos());
      }
      case Subscription.Resynced resynced -> {
        for (UtxoSnapshot utxo : resynced.snapshot().utxos()) {
          input(utxo.outpoint(), utxo.state(), System.nanoTime());
        }
      }
      case Subscription.Other other when other.message() instanceof TransactionStatus status -> {
        if (status.txid().equals(txid)) {
          status(status, other.nanos());
        }
      }
      case Subscription.Other _ -> {}
    }
  }

  private void input(OutPoint outPoint, UtxoState state, long nanos) throws CommandFailedException {
    if (!inputs.contains(outPoint)) {
      return;
    }
    listener.state(outPoint, state, nanos);
    boolean mine = States.spender(state).map(txid::equals).orElse(true);
    switch (state) {
      case UtxoState.SpentFinalized s when mine -> finalVotes.put(outPoint, s.votes());
      case UtxoState.Confirmed s when mine -> {
        finalVotes.putIfAbsent(outPoint, 0);
        blocks.put(outPoint, s.blockHeight());
      }
      case UtxoState.SpentFinalized s -> throw spentByAnother(outPoint, s.txid());
      case UtxoState.Confirmed s -> throw spentByAnother(outPoint, s.txid());
      case UtxoState.Unspent _, UtxoState.Locked _, UtxoState.SpentPending _ -> {}
    }
  }

  private void status(TransactionStatus status, long nanos) throws CommandFailedException {
    waiting = status.waiting();
    toldFinal |= status.phase().isFinal();
    listener.status(status, nanos);
    if (status.phase() == TransactionPhase.REJECTED) {
      throw new CommandFailedException(
          "rejected",
          waiting == null
              ? "the payment will never be final."
              : waiting.message() + " The payment will never be final; sign a new one.");
    }
  }

  private static CommandFailedException spentByAnother(OutPoint outPoint, Txid other) {
    return new CommandFailedException(
        "input_spent",
        "%s was spent by %s, which is final. This payment will never be; sign a new one."
            .formatted(outPoint, other));
  }

  private CommandFailedException notInTime(Duration timeout) {
    String reason = waiting == null ? "The node says no reason." : waiting.message();
    return new CommandFailedException(
        "not_final",
        "%s is not final after %s s. %s It is not lost: it becomes final without being sent again."
            .formatted(txid, timeout.toSeconds(), reason));
  }
}
