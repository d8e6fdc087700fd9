package io.timecoin.node.p2p;

import io.timecoin.node.p2p.address.HostPort;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.p2p.link.LinkSetup;
import io.timecoin.node.p2p.link.PeerThreads;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every session of one node shares.
 *
 * @param listenAddress where peers are told to dial this node, or null; known once it listens
 */
record PeerContext(
    PeerConfig config,
    MessageCodec codec,
    PeerListener listener,
    PeerTable table,
    Discipline discipline,
    PeerExchange exchange,
    PeerCounters counters,
    PeerThreads threads,
    LinkSetup setup,
    Supplier<@Nullable String> listenAddress) {
  LinkFaults faults() {
    return setup.faults();
  }

  void send(Connection connection, NetworkMessage message) {
    connection.send(Frame.of(codec.encode(message)));
  }

  /** Where a peer says it listens, if that can be dialled; a wildcard means: where I see it. */
  @Nullable HostPort listenAddressOf(@Nullable String named, InetAddress seenAt) {
    if (named == null) {
      return null;
    }
    return HostPort.find(named)
        .map(
            place ->
                place.isWildcard() ? new HostPort(seenAt.getHostAddress(), place.port()) : place)
        .filter(exchange::isPlausible)
        .orElse(null);
  }
}
