package io.timecoin.node.utxo;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.TxOutput;

/**
 * One state change as the manager made it: the only source of notifications. Protocol.md 3.
 *
 * @param atMs milliseconds since 1970
 */
public record UtxoChange(
    OutPoint outPoint, TxOutput output, UtxoState oldState, UtxoState newState, long atMs) {}
