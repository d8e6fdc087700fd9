package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the outputs of a wallet one snapshot or notification further. Pure. */
final class UtxoReducer {

  private UtxoReducer() {}

  /** The snapshot is the truth: what it lacks is gone, unless it was seen being spent. */
  static WalletState snapshot(WalletState state, List<UtxoSnapshot> utxos) {
    WalletState next = state;
    Set<OutPoint> named = new HashSet<>();
    for (UtxoSnapshot told : utxos) {
      named.add(told.outpoint());
      Utxo known = state.utxos().get(told.outpoint());
      if (known == null || !known.state().equals(told.state())) {
        next = next.withUtxo(known == null ? born(told) : known.confirmedBy(told.state()));
      }
    }
    for (Utxo known : state.utxos().values()) {
      if (!named.contains(known.outPoint()) && !known.stage().isSpent()) {
        next = next.withoutUtxo(known);
      }
    }
    return next;
  }

  private static Utxo born(UtxoSnapshot told) {
    return Utxo.found(told.outpoint(), told.address(), told.amount(), told.state());
  }

  static WalletState notification(
      WalletState state, NetworkMessage.UtxoStateNotification notification, long now) {
    StateChange change = notification.notification();
    Utxo known = state.utxos().get(change.outpoint());
    Address address = notification.address();
    Amount amount = notification.amount();
    if (known == null && (address == null || amount == null)) {
      return state; // not from our subscription: nothing to show it with
    }
    Utxo base =
        known != null || address == null || amount == null
            ? known
            : Utxo.unseen(change.outpoint(), address, amount, change.oldState());
    if (base == null) {
      return state;
    }
    Utxo moved = base.moved(change.newState(), now);
    WalletState next = state.withUtxo(moved).withFeed(fed(state, moved, change, now));
    return finalizedBy(next, moved, now);
  }

  private static WalletState finalizedBy(WalletState state, Utxo moved, long now) {
    Txid spender = moved.spender();
    WalletTransaction transaction = spender == null ? null : state.transactions().get(spender);
    return transaction == null
            || !moved.stage().isSpent()
            || transaction.finalAt() != StageTimes.NEVER
        ? state
        : state.withTransaction(transaction.finalSince(now));
  }

  private static List<FeedEntry> fed(WalletState state, Utxo moved, StateChange change, long now) {
    long number = state.feed().isEmpty() ? 1 : state.feed().getLast().number() + 1;
    return WalletReducer.appended(
        state.feed(),
        new FeedEntry(
            number,
            now,
            moved.outPoint(),
            moved.amount().units(),
            Stage.of(change.oldState()),
            moved.stage(),
            votes(change.newState())));
  }

  private static int votes(UtxoState state) {
    return switch (state) {
      case UtxoState.SpentPending pending -> pending.votes();
      case UtxoState.SpentFinalized spent -> spent.votes();
      case UtxoState.Unspent _, UtxoState.Locked _, UtxoState.Confirmed _ -> 0;
    };
  }
}
