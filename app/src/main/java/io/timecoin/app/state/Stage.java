package io.timecoin.app.state;

import io.timecoin.node.utxo.UtxoState;

/** The stations of a UTXO, in the order of the specification. */
public enum Stage {
  UNSPENT,
  LOCKED,
  SPENT_PENDING,
  SPENT_FINALIZED,
  CONFIRMED;

  /** Where that state stands. */
  public static Stage of(UtxoState state) {
    return switch (state) {
      case UtxoState.Unspent _ -> UNSPENT;
      case UtxoState.Locked _ -> LOCKED;
      case UtxoState.SpentPending _ -> SPENT_PENDING;
      case UtxoState.SpentFinalized _ -> SPENT_FINALIZED;
      case UtxoState.Confirmed _ -> CONFIRMED;
    };
  }

  /** Whether the output is gone for ever. */
  public boolean isSpent() {
    return this == SPENT_FINALIZED || this == CONFIRMED;
  }
}
