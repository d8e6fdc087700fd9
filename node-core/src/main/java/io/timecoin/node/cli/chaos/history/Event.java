package io.timecoin.node.cli.chaos.history;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done or seen. {@code atNs} is the observer's wall time in nanoseconds since
 * 1970; nodes are indexes from 0. What clients of one node saw stands in the order they saw it.
 */
public sealed interface Event {
  /** Nanoseconds since 1970, never going back. */
  long atNs();

  /** What the run came to. */
  enum Stage {
    /** Payments and faults begin. */
    FAULTS_BEGIN,
    /** No more faults; everything is healed, payments go on. */
    FAULTS_END,
    /** No more payments. */
    PAYMENTS_END,
    /** All nodes said the same and nothing was under way any more. */
    SETTLED
  }

  /** Whether the payer means well. */
  enum Intent {
    /** The only payment of its coins. */
    HONEST,
    /** Another one of the same coins is offered elsewhere. */
    DOUBLE_SPEND
  }

  /** A stage begins. */
  record Reached(long atNs, Stage stage) implements Event {}

  /**
   * A fault begins.
   *
   * @param id of this fault, for its end
   */
  record FaultBegan(long atNs, int id, FaultKind kind, Set<Integer> nodes, String detail)
      implements Event {
    /** Copies. */
    public FaultBegan {
      nodes = Set.copyOf(nodes);
    }
  }

  /** A killed node is started: the fault lasts until it answers again. */
  record Restarted(long atNs, int id) implements Event {}

  /** It is over. */
  record FaultEnded(long atNs, int id) implements Event {}

  /** A payment is made, and will be offered. */
  record Made(long atNs, Txid txid, Intent intent, List<OutPoint> inputs, List<OutPoint> outputs)
      implements Event {
    /** Copies. */
    public Made {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /** A payment is sent to a node. */
  record Offered(long atNs, int node, Txid txid) implements Event {}

  /**
   * What the node said to it.
   *
   * @param answer {@link #ACCEPTED}, {@link #UNANSWERED} or a refusal's code
   */
  record Answered(long atNs, int node, Txid txid, String answer) implements Event {
    /** The node took it. */
    public static final String ACCEPTED = "accepted";

    /** The node went away, or said nothing in time. */
    public static final String UNANSWERED = "unanswered";
  }

  /**
   * A snapshot came, and with it the number that the next notification will carry.
   *
   * @param session one connection's subscription; each has a higher number than the one before
   */
  record Subscribed(long atNs, int node, int session, long firstSeq, List<UtxoSnapshot> utxos)
      implements Event {
    /** Copies. */
    public Subscribed {
      utxos = List.copyOf(utxos);
    }
  }

  /** A state changed. */
  record Notified(
      long atNs,
      int node,
      int session,
      long seq,
      OutPoint outPoint,
      Amount amount,
      UtxoState oldState,
      UtxoState newState)
      implements Event {}

  /** A transaction's status came. */
  record StatusCame(long atNs, int node, int session, Txid txid, TransactionPhase phase)
      implements Event {}

  /** The connection ended. */
  record Lost(long atNs, int node, int session, String why) implements Event {}

  /** The node's own status. */
  record Told(
      long atNs, int node, long height, Hash256 stateHash, long unconfirmed, int equivocations)
      implements Event {}

  /** Asked for at the end: what a node has of a payment; null if nothing. */
  record Found(long atNs, int node, Txid txid, @Nullable TransactionPhase phase) implements Event {}

  /** Asked for at the end: a spent coin's state; null if the node knows none. */
  record Stood(long atNs, int node, OutPoint outPoint, @Nullable UtxoState state)
      implements Event {}

  /** Asked for at the end: everything that all addresses hold, right after a block. */
  record Held(long atNs, int node, long height, List<UtxoSnapshot> utxos) implements Event {
    /** Copies. */
    public Held {
      utxos = List.copyOf(utxos);
    }
  }
}
