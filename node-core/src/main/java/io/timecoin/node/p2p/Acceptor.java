package io.timecoin.node.p2p;

import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.guard.IpGroup;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage.Error;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections, as many as the limits allow. */
final class Acceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
  private static final int BACKLOG = 256;
  private static final long PAUSE_NANOS = 50_000_000;

  private final PeerContext context;
  private final Dialer.Connections connections;
  private final ServerSocket server;

  /**
   * Listens.
   *
   * @throws IOException if the address cannot be listened on, naming it
   */
  Acceptor(PeerContext context, Dialer.Connections connections) throws IOException {
    this.context = context;
    this.connections = connections;
    this.server = new ServerSocket();
    PeerConfig config = context.config();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(config.bindHost(), config.port()), BACKLOG);
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "cannot listen on " + config.bindHost() + ":" + config.port() + ": " + e.getMessage(), e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  InetAddress address() {
    return server.getInetAddress();
  }

  /** Accepts until {@link #stop}. */
  void run() {
    while (!server.isClosed()) {
      try {
        accepted(server.accept());
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("a connection could not be accepted: {}", e.toString());
          LockSupport.parkNanos(PAUSE_NANOS); // out of file handles: not over at once
        }
      }
    }
  }

  private void accepted(Socket socket) throws IOException {
    context.counters().add(PeerCounter.ACCEPTED);
    Optional<PeerCounter> refusal = refusal(socket.getInetAddress());
    if (refusal.isPresent()) {
      context.counters().add(refusal.get());
      turnAway(socket);
      return;
    }
    Connection connection;
    try {
      connection = connections.create(Direction.INBOUND, socket);
    } catch (IOException e) {
      LOG.debug("gone again: {}", e.toString());
      socket.close();
      return;
    }
    context
        .threads()
        .start(
            "p2p-read-" + connection.id().value(),
            () -> new PeerSession(context, connection, identity -> {}).run());
  }

  private Optional<PeerCounter> refusal(InetAddress ip) {
    PeerLimits.Counts counts = context.config().limits().counts();
    if (context.discipline().banOf(ip).isPresent()) {
      return Optional.of(PeerCounter.REFUSED_BANNED);
    }
    if (!context.discipline().isExempt(ip)
        && context.table().inboundOpen(IpGroup.of(ip)) >= counts.inboundPerIp()) {
      return Optional.of(PeerCounter.REFUSED_PER_IP);
    }
    if (context.table().inboundOpen() >= counts.inbound() + counts.inboundUnproven()) {
      return Optional.of(PeerCounter.REFUSED_INBOUND);
    }
    return Optional.empty();
  }

  /** Says why without waiting for anything: a few bytes always fit into a new socket's buffer. */
  private void turnAway(Socket socket) {
    try (socket) {
      Error error = new Error(ErrorCode.FORBIDDEN, "banned, or too many connections", null);
      socket.getOutputStream().write(Frame.of(context.codec().encode(error)).toBytes());
      socket.shutdownOutput();
    } catch (IOException e) {
      LOG.debug("turned away one that had gone: {}", e.toString());
    }
  }

  /** Frees the port. */
  void stop() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("the port could not be freed: {}", e.toString());
    }
  }
}
