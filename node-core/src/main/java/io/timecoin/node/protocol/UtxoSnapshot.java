package io.timecoin.node.protocol;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.utxo.UtxoState;

/** One UTXO of a subscription's snapshot. */
public record UtxoSnapshot(OutPoint outpoint, UtxoState state, Address address, Amount amount) {}
