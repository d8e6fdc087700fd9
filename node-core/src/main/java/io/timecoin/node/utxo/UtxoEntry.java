package io.timecoin.node.utxo;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.TxOutput;

/** An output of a final transaction and where it stands. */
public record UtxoEntry(OutPoint outPoint, TxOutput output, UtxoState state) {
  UtxoEntry with(UtxoState next) {
    return new UtxoEntry(outPoint, output, next);
  }
}
