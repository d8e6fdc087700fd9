package io.timecoin.node.engine;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.utxo.WatchIndex;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each wallet watches, by connection and subscriber id, and the next sequence number of each.
 * Numbers are given here, in the order of state changes, so that a snapshot and what follows it are
 * one order without a gap.
 */
final class Subscriptions {
  /** One subscription. Compared by identity. */
  static final class Subscription {
    final ClientId client;
    final String subscriberId;
    final List<OutPoint> outPoints;
    final List<Address> addresses;
    private long nextSeq = 1;

    Subscription(
        ClientId client, String subscriberId, List<OutPoint> outPoints, List<Address> addresses) {
      this.client = client;
      this.subscriberId = subscriberId;
      this.outPoints = List.copyOf(outPoints);
      this.addresses = List.copyOf(addresses);
    }

    /** The number the next notification will carry. */
    long nextSeq() {
      return nextSeq;
    }

    long takeSeq() {
      return nextSeq++;
    }
  }

  private final Map<ClientId, Map<String, Subscription>> byClient = new LinkedHashMap<>();
  private final WatchIndex<Subscription> index = new WatchIndex<>();
  private int size;

  /** Adds it; one of the same client and id is replaced. */
  void add(Subscription subscription) {
    remove(subscription.client, subscription.subscriberId);
    byClient
        .computeIfAbsent(subscription.client, _ -> new LinkedHashMap<>())
        .put(subscription.subscriberId, subscription);
    index.add(subscription, subscription.outPoints, subscription.addresses);
    size++;
  }

  /** Whether there was one. */
  boolean remove(ClientId client, String subscriberId) {
    Map<String, Subscription> own = byClient.get(client);
    Subscription removed = own == null ? null : own.remove(subscriberId);
    if (removed == null) {
      return false;
    }
    forget(removed);
    return true;
  }

  void removeAll(ClientId client) {
    Map<String, Subscription> own = byClient.remove(client);
    if (own != null) {
      own.values().forEach(this::forget);
    }
  }

  private void forget(Subscription subscription) {
    index.remove(subscription, subscription.outPoints, subscription.addresses);
    size--;
  }

  List<Subscription> of(ClientId client) {
    return List.copyOf(byClient.getOrDefault(client, Map.of()).values());
  }

  /** Those that watch the outpoint or the address, each once. */
  Set<Subscription> watching(OutPoint outPoint, Address address) {
    Set<Subscription> found = new LinkedHashSet<>();
    index.collect(outPoint, address, found);
    return found;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }
}
