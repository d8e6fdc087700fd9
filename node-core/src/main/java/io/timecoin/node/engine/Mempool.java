package io.timecoin.node.engine;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transactions that are not final, in the order they came, with who spends what and who waits
 * for whom. A locked one never leaves to make room: its vote is given, so its lock must not end.
 */
final class Mempool {
  /** Most transactions kept that spend the same coin: one coin must not fill the pool. */
  private static final int SPENDERS_MAX = 8;

  private final int max;
  private final Map<Txid, PendingTransaction> byTxid = new LinkedHashMap<>();
  private final Map<OutPoint, Set<Txid>> spenders = new HashMap<>();
  private final Map<Txid, Set<Txid>> children = new HashMap<>();
  private final Set<Txid> contested = new LinkedHashSet<>();
  private int waiting;

  Mempool(int max) {
    this.max = max;
  }

  @Nullable PendingTransaction get(Txid txid) {
    return byTxid.get(txid);
  }

  boolean contains(Txid txid) {
    return byTxid.containsKey(txid);
  }

  Collection<PendingTransaction> all() {
    return Collections.unmodifiableCollection(byTxid.values());
  }

  int size() {
    return byTxid.size();
  }

  /** Those without a lock. */
  int waiting() {
    return waiting;
  }

  boolean isFull() {
    return byTxid.size() >= max;
  }

  /** The waiting transaction that pays the lowest rate below the given one. */
  Optional<PendingTransaction> cheapestWaitingBelow(long feeRate) {
    return byTxid.values().stream()
        .filter(entry -> entry.isIdle() && entry.feeRate() < feeRate)
        .min(Comparator.comparingLong(PendingTransaction::feeRate));
  }

  void add(PendingTransaction entry) {
    byTxid.put(entry.txid(), entry);
    waiting += entry.locked ? 0 : 1;
    for (OutPoint spent : entry.transaction.spends()) {
      Set<Txid> ofCoin = spenders.computeIfAbsent(spent, _ -> new LinkedHashSet<>());
      ofCoin.add(entry.txid());
      if (ofCoin.size() > 1) {
        contested.addAll(ofCoin);
      }
      children.computeIfAbsent(spent.txid(), _ -> new LinkedHashSet<>()).add(entry.txid());
    }
  }

  /** Does nothing if it is not here: a block may bring what never was. */
  void remove(PendingTransaction entry) {
    if (byTxid.remove(entry.txid()) == null) {
      return;
    }
    contested.remove(entry.txid());
    waiting -= entry.locked ? 0 : 1;
    for (OutPoint spent : entry.transaction.spends()) {
      drop(spenders, spent, entry.txid());
      drop(children, spent.txid(), entry.txid());
    }
  }

  /** Another transaction is known to spend one of its coins, whether it is here or not. */
  void contest(PendingTransaction entry) {
    if (byTxid.containsKey(entry.txid())) {
      contested.add(entry.txid());
    }
  }

  /** Those that another one contested since they came, in the order that became known. */
  List<PendingTransaction> contested() {
    List<PendingTransaction> entries = new ArrayList<>(contested.size());
    for (Txid txid : contested) {
      entries.add(Objects.requireNonNull(byTxid.get(txid)));
    }
    return entries;
  }

  void locked(PendingTransaction entry) {
    if (!entry.locked) {
      entry.locked = true;
      waiting--;
    }
  }

  /** The others that spend one of its inputs, in the order they came. */
  List<Txid> conflictsOf(PendingTransaction entry) {
    Set<Txid> conflicts = new LinkedHashSet<>();
    entry.transaction.spends().forEach(o -> conflicts.addAll(spendersOf(o)));
    conflicts.remove(entry.txid());
    return List.copyOf(conflicts);
  }

  List<Txid> spendersOf(OutPoint outPoint) {
    return List.copyOf(spenders.getOrDefault(outPoint, Set.of()));
  }

  /** Whether one of its coins has as many spenders as are worth keeping. */
  boolean isCrowded(Transaction transaction) {
    return transaction.spends().stream()
        .anyMatch(o -> spenders.getOrDefault(o, Set.of()).size() >= SPENDERS_MAX);
  }

  /** Those that spend an output of that transaction. */
  List<Txid> childrenOf(Txid parent) {
    return List.copyOf(children.getOrDefault(parent, Set.of()));
  }

  private static <K> void drop(Map<K, Set<Txid>> index, K key, Txid txid) {
    index.computeIfPresent(
        key,
        (_, txids) -> {
          txids.remove(txid);
          return txids.isEmpty() ? null : txids;
        });
  }
}
