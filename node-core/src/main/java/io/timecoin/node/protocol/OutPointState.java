package io.timecoin.node.protocol;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.utxo.UtxoState;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a state query.
 *
 * @param state null if the node knows no such output
 */
public record OutPointState(OutPoint outpoint, @Nullable UtxoState state) {}
