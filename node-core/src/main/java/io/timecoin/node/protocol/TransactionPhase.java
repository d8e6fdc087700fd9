package io.timecoin.node.protocol;

/** How far a transaction is; the wire name is lower case. */
public enum TransactionPhase {
  /** Known, no vote given: see the waiting reason. */
  WAITING,
  /** Inputs locked, prepare votes come in. */
  PREPARING,
  /** A prepare certificate is held, commits come in. */
  COMMITTING,
  /** The finality certificate is held. */
  FINAL,
  /** A decided block includes it. */
  CONFIRMED,
  /**
   * Never to be final: it conflicts with a final transaction, or was released, or its parent was.
   */
  REJECTED;

  /** Whether nothing can undo it any more. */
  public boolean isFinal() {
    return this == FINAL || this == CONFIRMED;
  }
}
