package io.timecoin.node.p2p;

import io.timecoin.node.p2p.address.AddressBook;
import io.timecoin.node.p2p.address.HostPort;
import io.timecoin.node.p2p.address.Reachability;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.RemoteNode;
import io.timecoin.node.protocol.NetworkMessage.GetPeers;
import io.timecoin.node.protocol.NetworkMessage.Peers;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Learns addresses from peers and passes on those of connected peers. Safe on any thread. */
final class PeerExchange {
  private final PeerTable table;
  private final AddressBook book;
  private final Reachability reachability;
  private final PeerCounters counters;
  private final int perMessageMax;
  private final RandomGenerator random;
  private final Set<Connection> asked = ConcurrentHashMap.newKeySet();
  private volatile Runnable learnt = () -> {};

  PeerExchange(
      PeerConfig config,
      PeerTable table,
      AddressBook book,
      PeerCounters counters,
      RandomGenerator random) {
    this.table = table;
    this.book = book;
    this.reachability = Reachability.of(config.network());
    this.counters = counters;
    this.perMessageMax = config.limits().counts().addressesPerMessage();
    this.random = random;
  }

  /** Calls this whenever there is a new address to dial. */
  void onLearnt(Runnable action) {
    learnt = action;
  }

  /** A peer is there: remembers where it listens. */
  void connected(Connection connection, RemoteNode node) {
    believable(connection).ifPresent(place -> book.learn(place, node.identity()));
    book.seen(node.identity());
  }

  /** Asks a peer for addresses. */
  void ask(PeerContext context, Connection connection) {
    asked.add(connection);
    asked.removeIf(other -> other.closeReason() != null);
    context.send(connection, new GetPeers());
  }

  /** Answers a peer that asks, leaving out its own address. */
  void answer(PeerContext context, Connection asking) {
    List<String> addresses = new ArrayList<>();
    for (Connection peer : table.registered()) {
      if (peer != asking) {
        believable(peer).map(HostPort::toString).ifPresent(addresses::add);
      }
    }
    Collections.shuffle(addresses, java.util.Random.from(random));
    context.send(
        asking,
        new Peers(List.copyOf(addresses.subList(0, Math.min(perMessageMax, addresses.size())))));
  }

  /**
   * What a peer says of itself is believed if it is a masternode, or if it was seen there; so
   * nobody sends the whole network to a stranger's door.
   */
  private static Optional<HostPort> believable(Connection peer) {
    RemoteNode node = peer.node();
    if (node == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(node.listen())
        .filter(listen -> node.member() || listen.host().equals(peer.ip().getHostAddress()));
  }

  /** Takes an answer that was asked for. */
  void learn(Connection from, Peers peers) {
    if (!asked.remove(from)) {
      counters.add(PeerCounter.ADDRESSES_REFUSED);
      return;
    }
    boolean any = false;
    for (String text : peers.addresses().stream().limit(perMessageMax).toList()) {
      Optional<HostPort> place = HostPort.find(text).filter(this::isPlausible);
      boolean taken = place.isPresent() && book.learn(place.get());
      counters.add(taken ? PeerCounter.ADDRESSES_LEARNT : PeerCounter.ADDRESSES_REFUSED);
      any |= taken;
    }
    if (any) {
      learnt.run();
    }
  }

  /** Whether an address a peer named may be dialled; names are looked up, and judged, later. */
  boolean isPlausible(HostPort place) {
    if (place.isWildcard()) {
      return false;
    }
    try {
      return reachability.allows(InetAddress.ofLiteral(place.host()));
    } catch (IllegalArgumentException e) {
      return true; // a name
    }
  }
}
