package io.timecoin.node.p2p;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.PeerClock;
import io.timecoin.node.p2p.link.RemoteNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One connected peer as dashboards show it.
 *
 * @param address the other end as {@code ip:port}
 * @param member whether it is a masternode of the set
 * @param listenAddress where it says it accepts peers, or null
 * @param version protocol version it speaks
 * @param pingMs last round trip, or null before the first
 * @param clockAheadMs how far the clock here is ahead of its, see {@link PeerClock#aheadMs}
 * @param score points of misbehaviour not forgiven yet
 */
public record PeerView(
    PeerId id,
    Direction direction,
    String address,
    PublicKey identity,
    boolean member,
    @Nullable String listenAddress,
    int version,
    Instant connectedSince,
    @Nullable Double pingMs,
    long bytesIn,
    long bytesOut,
    long messagesIn,
    long messagesOut,
    long clockAheadMs,
    int score) {
  static Optional<PeerView> of(Connection connection, int score, InstantSource clock) {
    RemoteNode node = connection.node();
    if (node == null) {
      return Optional.empty();
    }
    OptionalDouble ping = connection.liveness().pingMs();
    return Optional.of(
        new PeerView(
            connection.id(),
            connection.direction(),
            connection.address(),
            node.identity(),
            node.member(),
            node.listen() == null ? null : node.listen().toString(),
            node.version(),
            node.since(),
            ping.isPresent() ? ping.getAsDouble() : null,
            connection.bytesIn(),
            connection.bytesOut(),
            connection.messagesIn(),
            connection.messagesOut(),
            node.clock().aheadMs(clock.millis(), System.nanoTime()),
            score));
  }
}
