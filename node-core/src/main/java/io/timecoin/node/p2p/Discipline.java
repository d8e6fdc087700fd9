package io.timecoin.node.p2p;

import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.guard.Ban;
import io.timecoin.node.p2p.guard.Culprit;
import io.timecoin.node.p2p.guard.IpGroup;
import io.timecoin.node.p2p.guard.Offences;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.RemoteNode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Who is kept out. Offences and bans attach to the proven identity, else to the address; on a
 * devnet all nodes share the loopback address, so there it is never banned nor counted.
 */
final class Discipline {
  private static final Logger LOG = LoggerFactory.getLogger(Discipline.class);

  private final Network network;
  private final Offences offences;
  private final PeerTable table;
  private final PeerCounters counters;

  Discipline(Network network, Offences offences, PeerTable table, PeerCounters counters) {
    this.network = network;
    this.offences = offences;
    this.table = table;
    this.counters = counters;
  }

  /** Whether limits and bans by address do not apply to it. */
  boolean isExempt(InetAddress ip) {
    return network == Network.DEVNET && ip.isLoopbackAddress();
  }

  /** The ban that keeps this address out. */
  Optional<Ban> banOf(InetAddress ip) {
    return isExempt(ip) ? Optional.empty() : offences.banOf(new Culprit.Ip(IpGroup.of(ip)));
  }

  /** The ban that keeps this node out. */
  Optional<Ban> banOf(PublicKey identity) {
    return offences.banOf(new Culprit.Node(identity));
  }

  /** One offence of whoever is at the other end; one too many ends the connection and bans. */
  void offend(Connection connection, String reason) {
    counters.add(PeerCounter.OFFENCES);
    RemoteNode node = connection.node();
    LOG.atLevel(node == null ? Level.DEBUG : Level.INFO) // anyone may connect and fill the disk
        .log("{} broke the protocol: {}", connection, reason);
    if (node == null && isExempt(connection.ip())) {
      return;
    }
    Culprit culprit = culprit(connection);
    offences
        .offend(culprit, reason)
        .ifPresent(
            ban -> {
              counters.add(PeerCounter.BANS);
              LOG.warn("banned {} until {}: {}", culprit, ban.until(), reason);
              closeAll(culprit);
            });
  }

  /** Points of whoever is at the other end. */
  int score(Connection connection) {
    return offences.score(culprit(connection));
  }

  private static Culprit culprit(Connection connection) {
    RemoteNode node = connection.node();
    return node == null
        ? new Culprit.Ip(IpGroup.of(connection.ip()))
        : new Culprit.Node(node.identity());
  }

  /** The operator's ban; ends what connections there are. */
  void ban(Culprit culprit, Duration duration, String reason) {
    offences.ban(culprit, duration, reason);
    LOG.warn("banned {} for {} by the operator: {}", culprit, duration, reason);
    closeAll(culprit);
  }

  /** The operator's pardon; whether there was a ban. */
  boolean unban(Culprit culprit) {
    return offences.unban(culprit);
  }

  /** All bans in force. */
  List<Ban> bans() {
    return offences.bans();
  }

  private void closeAll(Culprit culprit) {
    for (Connection connection : table.open()) {
      if (concerns(culprit, connection)) {
        connection.close(CloseReason.BANNED);
      }
    }
  }

  private boolean concerns(Culprit culprit, Connection connection) {
    RemoteNode node = connection.node();
    return switch (culprit) {
      case Culprit.Node banned -> node != null && node.identity().equals(banned.key());
      case Culprit.Ip banned ->
          !isExempt(connection.ip()) && IpGroup.of(connection.ip()).equals(banned.group());
    };
  }
}
