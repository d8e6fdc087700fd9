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
  /** Irreversible, and in a block. */
  CONFIRMED,
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
      case CONFIRMED -> CONFIRMED;
      case REJECTED -> REJECTED;
    };
  }

  /** Whether nothing can take it back. */
  public boolean isFinal() {
    return this == FINAL || this == CONFIRMED;
  }

  /** Whether it is decided. */
  public boolean isSettled() {
    return isFinal() || this == REJECTED || this == REFUSED;
  }
}
