package io.timecoin.node.utxo;

/** What the table says. */
public sealed interface Transition {
  /** The new state. */
  record Changed(UtxoState state) implements Transition {}

  /** Nothing changes. */
  record Refused(Reason reason) implements Transition {}

  /** Why the table refuses. */
  enum Reason {
    /** Another transaction holds or spent the output. */
    HELD_BY_ANOTHER,
    /** The state does not lead there. */
    NOT_FROM_THIS_STATE,
    /** The output is spent for ever. */
    ALREADY_FINAL,
    /** The count of votes did not grow. */
    VOTES_DID_NOT_GROW
  }
}
