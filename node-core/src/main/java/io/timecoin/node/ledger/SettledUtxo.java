package io.timecoin.node.ledger;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.utxo.UtxoEntry;

/**
 * An output as the chain has it.
 *
 * @param entry whose state is {@code Unspent} or {@code Confirmed}
 * @param createdHeight of the block that made it, 0 for the genesis file's
 */
public record SettledUtxo(UtxoEntry entry, long createdHeight) {
  /** The output's place. */
  public OutPoint outPoint() {
    return entry.outPoint();
  }
}
