package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import org.jspecify.annotations.Nullable;

/** A watched output, where it stands, and when it came there. */
public record Utxo(
    OutPoint outPoint, Address address, Amount amount, UtxoState state, StageTimes times) {

  /** Where it stands. */
  public Stage stage() {
    return Stage.of(state);
  }

  /** The transaction that holds or spent it, or null while it is unspent. */
  public @Nullable Txid spender() {
    return switch (state) {
      case UtxoState.Unspent _ -> null;
      case UtxoState.Locked locked -> locked.txid();
      case UtxoState.SpentPending pending -> pending.txid();
      case UtxoState.SpentFinalized spent -> spent.txid();
      case UtxoState.Confirmed confirmed -> confirmed.txid();
    };
  }

  Utxo moved(UtxoState next, long at) {
    return new Utxo(outPoint, address, amount, next, times.reached(Stage.of(next), at));
  }

  /** What a snapshot says, with the times that were seen before if it stands where it stood. */
  Utxo confirmedBy(UtxoState now) {
    return Stage.of(now) == stage()
        ? new Utxo(outPoint, address, amount, now, times)
        : new Utxo(outPoint, address, amount, now, StageTimes.NONE);
  }
}
