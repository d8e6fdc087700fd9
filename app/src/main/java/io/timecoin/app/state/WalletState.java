package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.List;
import java.util.Set;

/**
 * A wallet as the connected node tells it.
 *
 * @param own its addresses
 * @param utxos watched outputs, spent ones included as long as there is room
 * @param spent how many of them are spent
 * @param feed the latest transitions, oldest first, at most {@link #FEED_MAX}
 * @param voteLogs of payments that were seen being voted on, at most {@link #VOTE_LOGS_MAX}
 */
public record WalletState(
    Set<Address> own,
    PersistentMap<OutPoint, Utxo> utxos,
    int spent,
    Balance balance,
    PersistentMap<Txid, WalletTransaction> transactions,
    List<FeedEntry> feed,
    PersistentMap<Txid, VoteLog> voteLogs) {

  /** Transitions kept for the live feed. */
  public static final int FEED_MAX = 300;

  /** Spent outputs kept; past it the older half is forgotten. */
  public static final int SPENT_MAX = 10_000;

  /** Payments kept; past it the older half of the settled ones is forgotten. */
  public static final int TRANSACTIONS_MAX = 10_000;

  /** Payments whose votes are kept in order; past it the older half is forgotten. */
  public static final int VOTE_LOGS_MAX = 500;

  /** A wallet nothing is known of yet. */
  public static WalletState of(Set<Address> own) {
    return new WalletState(
        Set.copyOf(own),
        PersistentMap.empty(),
        0,
        Balance.ZERO,
        PersistentMap.empty(),
        List.of(),
        PersistentMap.empty());
  }

  WalletState owning(Set<Address> addresses) {
    return new WalletState(addresses, utxos, spent, balance, transactions, feed, voteLogs);
  }

  WalletState withUtxo(Utxo utxo) {
    Utxo before = utxos.get(utxo.outPoint());
    Balance without = before == null ? balance : balance.minus(before);
    int spentNow =
        spent
            + (utxo.stage().isSpent() ? 1 : 0)
            - (before != null && before.stage().isSpent() ? 1 : 0);
    return new WalletState(
        own,
        utxos.with(utxo.outPoint(), utxo),
        spentNow,
        without.plus(utxo),
        transactions,
        feed,
        voteLogs);
  }

  WalletState withoutUtxo(Utxo gone) {
    return new WalletState(
        own,
        utxos.without(gone.outPoint()),
        gone.stage().isSpent() ? spent - 1 : spent,
        balance.minus(gone),
        transactions,
        feed,
        voteLogs);
  }

  WalletState withTransaction(WalletTransaction transaction) {
    return new WalletState(
        own,
        utxos,
        spent,
        balance,
        transactions.with(transaction.txid(), transaction),
        feed,
        voteLogs);
  }

  WalletState withoutTransaction(Txid txid) {
    return new WalletState(
        own, utxos, spent, balance, transactions.without(txid), feed, voteLogs.without(txid));
  }

  WalletState withFeed(List<FeedEntry> entries) {
    return new WalletState(own, utxos, spent, balance, transactions, entries, voteLogs);
  }

  WalletState withVoteLogs(PersistentMap<Txid, VoteLog> logs) {
    return new WalletState(own, utxos, spent, balance, transactions, feed, logs);
  }
}
