package io.timecoin.node.protocol;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.utxo.UtxoState;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a state query.
 *
 * @param state null if the node knows no such output, or not any more
 * @param pruned whether a block made it, and it was spent and dropped long ago
 */
public record OutPointState(OutPoint outpoint, @Nullable UtxoState state, boolean pruned) {
  /** One that is not pruned. */
  public OutPointState(OutPoint outpoint, @Nullable UtxoState state) {
    this(outpoint, state, false);
  }
}
