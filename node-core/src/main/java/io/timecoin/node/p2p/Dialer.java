package io.timecoin.node.p2p;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.address.AddressBook;
import io.timecoin.node.p2p.address.HostPort;
import io.timecoin.node.p2p.address.Reachability;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.RemoteNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dials seeds and learnt addresses until every masternode of the set it hears of is connected, and
 * again when one is lost.
 */
final class Dialer {
  private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);

  /** Dials under way at once. */
  private static final int DIALS_MAX = 32;

  /** A connection that lasted this long was a good one: the next try comes soon. */
  private static final Duration STABLE = Duration.ofSeconds(10);

  private final PeerContext context;
  private final AddressBook book;
  private final Connections connections;
  private final Reachability reachability;
  private final Set<Socket> dialling = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  Dialer(PeerContext context, AddressBook book, Connections connections) {
    this.context = context;
    this.book = book;
    this.connections = connections;
    this.reachability = Reachability.of(context.config().network());
  }

  /** Begins every dial that is due. */
  void dialDue() {
    int free = DIALS_MAX - dialling.size();
    if (stopped || free <= 0) {
      return;
    }
    for (HostPort place : book.takeDue(PeerInbox.nowMs(), free, this::isWanted)) {
      context.threads().start("p2p-read-" + place, () -> dial(place));
    }
  }

  private boolean isWanted(@Nullable PublicKey identity) {
    PeerTable table = context.table();
    boolean roomForOthers =
        table.outboundOthers() < context.config().limits().counts().outboundOthers();
    if (identity == null) {
      return roomForOthers || table.membersMissing() > 0;
    }
    return !table.has(identity)
        && !context.faults().blocks(identity)
        && context.discipline().banOf(identity).isEmpty()
        && (roomForOthers || context.config().isMember(identity));
  }

  /** One dial and all that follows, until the connection is over. */
  private void dial(HostPort place) {
    context.counters().add(PeerCounter.DIALS);
    Socket socket = new Socket();
    dialling.add(socket);
    boolean lasted = false;
    try (socket) {
      connect(socket, place);
      dialling.remove(socket);
      Connection connection = connections.create(Direction.OUTBOUND, socket);
      new PeerSession(context, connection, identity -> met(place, identity)).run();
      lasted = lasted(connection);
    } catch (IOException e) {
      context.counters().add(PeerCounter.DIALS_FAILED);
      LOG.debug("no connection to {}: {}", place, e.toString());
    } finally {
      dialling.remove(socket);
      done(place, lasted);
    }
  }

  private void connect(Socket socket, HostPort place) throws IOException {
    InetAddress ip = InetAddress.getByName(place.host());
    if (!book.isSeed(place) && !reachability.allows(ip)) {
      throw new IOException("not an address to dial: " + ip.getHostAddress());
    }
    if (context.discipline().banOf(ip).isPresent()) {
      throw new IOException("banned");
    }
    if (stopped) {
      throw new IOException("this node stops");
    }
    int timeoutMs = Math.toIntExact(context.config().limits().times().connect().toMillis());
    socket.connect(new InetSocketAddress(ip, place.port()), timeoutMs);
  }

  private void met(HostPort place, PublicKey identity) {
    if (identity.equals(context.config().identity())) {
      book.isSelf(place);
    } else {
      book.met(place, identity);
    }
  }

  private static boolean lasted(Connection connection) {
    RemoteNode node = connection.node();
    return node != null && node.since().plus(STABLE).isBefore(Instant.now());
  }

  private void done(HostPort place, boolean lasted) {
    if (lasted) {
      book.ended(place, PeerInbox.nowMs());
    } else {
      book.failed(place, PeerInbox.nowMs());
    }
  }

  /** No more dials; those under way fail. */
  void stop() {
    stopped = true;
    for (Socket socket : dialling) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("closing a socket failed: {}", e.toString());
      }
    }
  }

  /** Makes connections of sockets. */
  interface Connections {
    /** Names it and gives it its bounds. */
    Connection create(Direction direction, Socket socket) throws IOException;
  }
}
