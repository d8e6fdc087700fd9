package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import org.jspecify.annotations.Nullable;

/**
 * A watched output, where it stands, and how it came there.
 *
 * @param times of the walk it is on
 * @param trail of all walks
 */
public record Utxo(
    OutPoint outPoint,
    Address address,
    Amount amount,
    UtxoState state,
    StageTimes times,
    Trail trail) {

  /** Told of by a snapshot: when it came there was not seen. */
  static Utxo found(OutPoint outPoint, Address address, Amount amount, UtxoState state) {
    return new Utxo(outPoint, address, amount, state, StageTimes.NONE, Trail.found(state));
  }

  /** About to be seen changing for the first time. */
  static Utxo unseen(OutPoint outPoint, Address address, Amount amount, UtxoState state) {
    return new Utxo(outPoint, address, amount, state, StageTimes.NONE, Trail.EMPTY);
  }

  /** Where it stands. */
  public Stage stage() {
    return Stage.of(state);
  }

  /** The transaction that holds or spent it, or null while it is unspent. */
  public @Nullable Txid spender() {
    return spender(state);
  }

  static @Nullable Txid spender(UtxoState state) {
    return switch (state) {
      case UtxoState.Unspent _ -> null;
      case UtxoState.Locked locked -> locked.txid();
      case UtxoState.SpentPending pending -> pending.txid();
      case UtxoState.SpentFinalized spent -> spent.txid();
      case UtxoState.Confirmed confirmed -> confirmed.txid();
    };
  }

  Utxo moved(UtxoState next, long at) {
    Stage stage = Stage.of(next);
    return new Utxo(
        outPoint,
        address,
        amount,
        next,
        times.reached(stage, at),
        trail.reached(stage, spender(next), at));
  }

  /** What a snapshot says, with the times that were seen before if it stands where it stood. */
  Utxo confirmedBy(UtxoState now) {
    Stage stage = Stage.of(now);
    StageTimes kept = stage == stage() ? times : StageTimes.NONE;
    return new Utxo(
        outPoint, address, amount, now, kept, trail.reached(stage, spender(now), StageTimes.NEVER));
  }
}
