package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Transactions relayed by peers whose parent is not known here: bounded, the oldest leaves first,
 * and none stays longer than the expiry. None has a lock or a vote.
 */
final class OrphanPool {
  /** How long a parent may take to come. */
  static final long EXPIRY_MS = 120_000;

  /**
   * One of them.
   *
   * @param parents the transactions whose outputs it spends
   */
  record Orphan(Transaction transaction, Set<Txid> parents, Source source, long sinceMs) {
    static Orphan of(Transaction transaction, Source source, long sinceMs) {
      Set<Txid> parents = new HashSet<>();
      transaction.spends().forEach(outPoint -> parents.add(outPoint.txid()));
      return new Orphan(transaction, parents, source, sinceMs);
    }
  }

  private final int max;
  private final Map<Txid, Orphan> byTxid = new LinkedHashMap<>();

  OrphanPool(int max) {
    this.max = max;
  }

  void add(Orphan orphan) {
    byTxid.putIfAbsent(orphan.transaction().txid(), orphan);
    if (byTxid.size() > max) {
      byTxid.remove(byTxid.keySet().iterator().next());
    }
  }

  int size() {
    return byTxid.size();
  }

  /** Takes out those that spend an output of that transaction. */
  List<Orphan> takeChildrenOf(Txid parent) {
    if (byTxid.isEmpty()) {
      return List.of();
    }
    List<Orphan> children = new ArrayList<>();
    for (Orphan orphan : byTxid.values()) {
      if (orphan.parents().contains(parent)) {
        children.add(orphan);
      }
    }
    children.forEach(child -> byTxid.remove(child.transaction().txid()));
    return children;
  }

  void expire(long nowMs) {
    byTxid.values().removeIf(orphan -> nowMs - orphan.sinceMs() > EXPIRY_MS);
  }
}
