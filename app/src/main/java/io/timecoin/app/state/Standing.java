package io.timecoin.app.state;

import io.timecoin.node.protocol.TransactionPhase;

/** How far a payment is, as the wallet sees it. */
public enum Standing {
  /** Handed to the connection; no answer yet. */
  SUBMITTED,
  /** The node has it on its disk. */
  ACCEPTED,
  /** No vote is given: see the reason. */
  WAITING,
  /** Inputs are locked, prepare votes come in. */
  PREPARING,
  /** A quorum prepared, commits come in. */
  COMMITTING,
  /** Irreversible. */
  FINAL,
  /** Never to be final. */
  REJECTED,
  /** The node did not take it; nothing was spent. */
  REFUSED;

  static Standing of(TransactionPhase phase) {
    return switch (phase) {
      case WAITING -> WAITING;
      case PREPARING -> PREPARING;
      case COMMITTING -> COMMITTING;
      case FINAL -> FINAL;
      case REJECTED -> REJECTED;
    };
  }

  /** Whether nothing will change any more. */
  public boolean isSettled() {
    return this == FINAL || this == REJECTED || this == REFUSED;
  }
}
