package io.timecoin.node.protocol;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.utxo.UtxoState;

/**
 * A state change as the specification's {@code UTXOStateNotification} shows it. An output that
 * comes into being changes from {@code Unspent} to {@code Unspent}.
 *
 * @param timestamp seconds since 1970
 * @param timestampMs milliseconds since 1970
 * @param originator name or key of the node that made the change
 */
public record StateChange(
    OutPoint outpoint,
    UtxoState oldState,
    UtxoState newState,
    long timestamp,
    long timestampMs,
    String originator) {}
