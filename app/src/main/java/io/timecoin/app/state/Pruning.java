package io.timecoin.app.state;

import io.timecoin.node.base.Txid;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the past bounded; what can still change is never forgotten. */
final class Pruning {

  private Pruning() {}

  static WalletState prune(WalletState state) {
    WalletState next = state;
    if (next.spent() > WalletState.SPENT_MAX) {
      for (Utxo utxo : oldestSpent(next)) {
        next = next.withoutUtxo(utxo);
      }
    }
    if (next.transactions().size() > WalletState.TRANSACTIONS_MAX) {
      for (WalletTransaction transaction : oldestSettled(next)) {
        next = next.withoutTransaction(transaction.txid());
      }
    }
    if (next.voteLogs().size() > WalletState.VOTE_LOGS_MAX) {
      PersistentMap<Txid, VoteLog> logs = next.voteLogs();
      for (Txid txid : oldest(logs)) {
        logs = logs.without(txid);
      }
      next = next.withVoteLogs(logs);
    }
    return next;
  }

  private static List<Txid> oldest(PersistentMap<Txid, VoteLog> logs) {
    Map<Txid, Long> since = new HashMap<>();
    logs.forEach((txid, log) -> since.put(txid, log.since()));
    return since.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(WalletState.VOTE_LOGS_MAX / 2)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Utxo> oldestSpent(WalletState state) {
    return state.utxos().values().stream()
        .filter(utxo -> utxo.stage().isSpent())
        .sorted(Comparator.comparingLong(utxo -> utxo.times().spentFinalized()))
        .limit(WalletState.SPENT_MAX / 2)
        .toList();
  }

  private static List<WalletTransaction> oldestSettled(WalletState state) {
    return state.transactions().values().stream()
        .filter(transaction -> transaction.standing().isSettled())
        .sorted(Comparator.comparingLong(WalletTransaction::firstSeenAt))
        .limit(WalletState.TRANSACTIONS_MAX / 2)
        .toList();
  }
}
