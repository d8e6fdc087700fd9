package io.timecoin.app.vm.send;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.Standing;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Coins of payments that no node has answered yet, as happens without a connection. Their state
 * still says unspent; spending them again would make two payments of which one is lost.
 */
public final class Reserved {

  private final Map<Txid, Set<OutPoint>> submitted = new HashMap<>();
  private PersistentMap<Txid, WalletTransaction> seen = PersistentMap.empty();
  private Set<OutPoint> coins = Set.of();

  /** None. */
  public Reserved() {}

  /** Looks at what changed since; whether other coins are reserved now. */
  public boolean follow(PersistentMap<Txid, WalletTransaction> transactions) {
    transactions.changesSince(
        seen,
        new PersistentMap.Changes<Txid, WalletTransaction>() {
          @Override
          public void put(Txid txid, @Nullable WalletTransaction before, WalletTransaction now) {
            Transaction body = now.body();
            if (now.standing() == Standing.SUBMITTED && body != null) {
              submitted.put(txid, Set.copyOf(body.spends()));
            } else {
              submitted.remove(txid);
            }
          }

          @Override
          public void removed(Txid txid, WalletTransaction before) {
            submitted.remove(txid);
          }
        });
    seen = transactions;
    Set<OutPoint> now = new HashSet<>();
    submitted.values().forEach(now::addAll);
    boolean changed = !now.equals(coins);
    coins = Set.copyOf(now);
    return changed;
  }

  /** The coins. */
  public Set<OutPoint> coins() {
    return coins;
  }
}
