package io.timecoin.node.p2p;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.guard.IpGroup;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.RemoteNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All connections, and which one of two to the same node is kept. Safe on any thread; it calls
 * nobody and closes nothing.
 *
 * <p>The dialling side finishes its handshake last, and only if it has no connection to that node
 * and has finished no other dial to it. So two connections in the same direction never rival: the
 * accepting side takes every one that is finished for the newer truth, as after a restart of the
 * dialler. Two in different directions do where both sides finish their dials at the same moment;
 * then both keep the one dialled by the lower public key. Nobody ever closes that one for the
 * other, so it survives whatever the order of events.
 */
final class PeerTable {
  private final PeerConfig config;
  private final Map<PeerId, Connection> open = new LinkedHashMap<>();
  private final Map<PublicKey, Connection> dialled = new HashMap<>();
  private final Map<PublicKey, Connection> byIdentity = new HashMap<>();
  private final Map<PeerId, Connection> peers = new ConcurrentHashMap<>();
  private volatile List<Connection> registered = List.of();
  private boolean stopped;

  PeerTable(PeerConfig config) {
    this.config = config;
  }

  /** What became of a connection that finished its handshake. */
  sealed interface Admission {
    /** It is the one to this node; another, to be closed, may have had to go. */
    record Admitted(@Nullable Connection replaced, @Nullable Connection evicted)
        implements Admission {}

    /** Another one, to be kept, exists or is about to. */
    record Duplicate(Connection kept) implements Admission {}

    /** No room. */
    record Full() implements Admission {}
  }

  /** Takes note of a new connection; false when the node stops. */
  synchronized boolean open(Connection connection) {
    if (stopped) {
      return false;
    }
    open.put(connection.id(), connection);
    return true;
  }

  /** Connections accepted and still open. */
  synchronized int inboundOpen() {
    return (int) open.values().stream().filter(PeerTable::isInbound).count();
  }

  /** Those of them from one address. */
  synchronized int inboundOpen(IpGroup group) {
    return (int)
        open.values().stream()
            .filter(c -> isInbound(c) && IpGroup.of(c.ip()).equals(group))
            .count();
  }

  private static boolean isInbound(Connection connection) {
    return connection.direction() == Direction.INBOUND;
  }

  /**
   * Whether a dialled connection should go on now that the other side proved itself; if so, no
   * other dialled connection to that node may until this one ended.
   */
  synchronized boolean reserve(Connection connection, PublicKey identity) {
    if (has(identity)) {
      return false;
    }
    dialled.put(identity, connection);
    return true;
  }

  /** Whether this node's own dial is the one to keep. */
  private boolean prefersDialled(PublicKey identity) {
    return config.identity().compareTo(identity) < 0;
  }

  /** Decides on a connection whose handshake is done. */
  synchronized Admission admit(Connection connection, RemoteNode node) {
    PublicKey identity = node.identity();
    Connection existing = byIdentity.get(identity);
    if (isInbound(connection)) {
      Connection own = dialled.get(identity);
      if (own != null && prefersDialled(identity)) {
        return new Admission.Duplicate(own);
      }
    }
    if (existing != null
        && existing.direction() != connection.direction()
        && isInbound(connection) == prefersDialled(identity)) {
      return new Admission.Duplicate(existing);
    }
    Optional<Connection> evicted = Optional.empty();
    if (existing == null && isInbound(connection) && inboundPeers() >= inboundMax()) {
      evicted = node.member() ? youngestStranger() : Optional.empty();
      if (evicted.isEmpty()) {
        return new Admission.Full();
      }
    }
    evicted.ifPresent(this::retire);
    register(connection, identity);
    return new Admission.Admitted(existing, evicted.orElse(null));
  }

  private int inboundMax() {
    return config.limits().counts().inbound();
  }

  private int inboundPeers() {
    return (int) byIdentity.values().stream().filter(PeerTable::isInbound).count();
  }

  private Optional<Connection> youngestStranger() {
    return byIdentity.entrySet().stream()
        .filter(entry -> isInbound(entry.getValue()) && !config.isMember(entry.getKey()))
        .map(Map.Entry::getValue)
        .max(Comparator.comparing(Connection::id));
  }

  private void register(Connection connection, PublicKey identity) {
    Connection replaced = byIdentity.put(identity, connection);
    if (replaced != null) {
      peers.remove(replaced.id());
    }
    peers.put(connection.id(), connection);
    publish();
  }

  /** It is no peer any more, though its end may still take a moment. */
  synchronized void retire(Connection connection) {
    peers.remove(connection.id());
    if (byIdentity.values().removeIf(peer -> peer == connection)) {
      publish();
    }
  }

  private void publish() {
    registered = byIdentity.values().stream().sorted(Comparator.comparing(Connection::id)).toList();
  }

  /** Forgets a connection that ended. */
  synchronized void remove(Connection connection) {
    open.remove(connection.id());
    dialled.values().removeIf(own -> own == connection);
    retire(connection);
  }

  /** No further connection; those that are open. */
  synchronized List<Connection> stop() {
    stopped = true;
    return List.copyOf(open.values());
  }

  /** Every open connection, handshake done or not. */
  synchronized List<Connection> open() {
    return new ArrayList<>(open.values());
  }

  /** The peers, oldest first; never blocks. */
  List<Connection> registered() {
    return registered;
  }

  /** One peer; never blocks. */
  Optional<Connection> find(PeerId peer) {
    return Optional.ofNullable(peers.get(peer));
  }

  /** Whether a connection to that node exists or is about to. */
  synchronized boolean has(PublicKey identity) {
    return byIdentity.containsKey(identity) || dialled.containsKey(identity);
  }

  /** Peers this node dialled that are no masternodes of the set. */
  synchronized int outboundOthers() {
    return (int)
        byIdentity.entrySet().stream()
            .filter(entry -> !isInbound(entry.getValue()) && !config.isMember(entry.getKey()))
            .count();
  }

  /** Masternodes of the set, besides this node, without a connection. */
  synchronized int membersMissing() {
    return (int)
        config.masternodes().stream()
            .filter(key -> !key.equals(config.identity()) && !byIdentity.containsKey(key))
            .count();
  }
}
