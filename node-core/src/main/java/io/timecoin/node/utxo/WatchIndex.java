package io.timecoin.node.utxo;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who watches which outpoint and address. Source: specification, Subscription Management ("stored
 * in UTXOStateManager").
 *
 * @param <W> the watcher, compared by equals
 */
public final class WatchIndex<W> {
  private final Map<OutPoint, Set<W>> byOutPoint = new HashMap<>();
  private final Map<Address, Set<W>> byAddress = new HashMap<>();

  /** Starts watching; watching twice is watching once. */
  public void add(W watcher, List<OutPoint> outPoints, List<Address> addresses) {
    outPoints.forEach(o -> byOutPoint.computeIfAbsent(o, _ -> new LinkedHashSet<>()).add(watcher));
    addresses.forEach(a -> byAddress.computeIfAbsent(a, _ -> new LinkedHashSet<>()).add(watcher));
  }

  /** Ends watching of what was added for this watcher. */
  public void remove(W watcher, List<OutPoint> outPoints, List<Address> addresses) {
    outPoints.forEach(outPoint -> remove(byOutPoint, outPoint, watcher));
    addresses.forEach(address -> remove(byAddress, address, watcher));
  }

  private static <K, W> void remove(Map<K, Set<W>> index, K key, W watcher) {
    index.computeIfPresent(
        key,
        (_, watchers) -> {
          watchers.remove(watcher);
          return watchers.isEmpty() ? null : watchers;
        });
  }

  /** Adds the watchers of the outpoint or of the address, each once, in the order they came. */
  public void collect(OutPoint outPoint, Address address, Set<W> into) {
    into.addAll(byOutPoint.getOrDefault(outPoint, Set.of()));
    into.addAll(byAddress.getOrDefault(address, Set.of()));
  }

  /** Whether nobody watches anything. */
  public boolean isEmpty() {
    return byOutPoint.isEmpty() && byAddress.isEmpty();
  }
}
