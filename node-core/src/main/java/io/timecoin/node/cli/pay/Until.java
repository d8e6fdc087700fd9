package io.timecoin.node.cli.pay;

/** What to wait for. */
public enum Until {
  /** A quorum has committed the payment: nobody can undo it. */
  FINAL,
  /** A block includes it, too. */
  CONFIRMED
}
