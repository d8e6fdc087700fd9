package io.timecoin.node.p2p;

import io.timecoin.node.p2p.address.HostPort;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.p2p.link.LinkSetup;
import io.timecoin.node.p2p.link.PeerThreads;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.MessageType;
import io.timecoin.node.protocol.NetworkMessage;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every session of one node shares.
 *
 * @param clock of this node, which peers compare with theirs
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
    InstantSource clock,
    LinkSetup setup,
    Supplier<@Nullable String> listenAddress) {
  private static final Logger LOG = LoggerFactory.getLogger(PeerContext.class);

  LinkFaults faults() {
    return setup.faults();
  }

  void send(Connection connection, NetworkMessage message) {
    encode(message).ifPresent(connection::send);
  }

  /** Empty for what no peer would read, which would end the connection with it. */
  Optional<Frame> encode(NetworkMessage message) {
    byte[] payload = codec.encode(message);
    if (payload.length > FrameLimits.FRAME_BYTES_MAX) {
      counters.add(PeerCounter.TOO_LARGE_TO_SEND);
      LOG.error(
          "a {} of {} bytes is too large to send",
          MessageType.nameOf(message.getClass()),
          payload.length);
      return Optional.empty();
    }
    return Optional.of(Frame.of(payload));
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
