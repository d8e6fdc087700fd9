package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.gateway.UpgradePolicy.Refusal;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is connected, from the accepted socket to the end. */
final class Clients implements GatewayServer.Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

  /** Sockets beyond the clients: in the upgrade, or being told that there is no room. */
  private static final int STRANGERS_MAX = 256;

  private final GatewayConfig config;
  private final MessageCodec codec;
  private final ClientListener listener;
  private final GatewayCounters counters;
  private final Pump pump;
  private final ExecutorService events;
  private final UpgradePolicy policy;
  private final Requests requests;
  private final ByteBuffer notice;
  private final Semaphore slots;
  private final Map<ClientId, Client> clients = new ConcurrentHashMap<>();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastId = new AtomicLong();

  /**
   * Nobody yet.
   *
   * @param events one thread; for a client it gets at most an end and a resync at a time
   */
  Clients(
      GatewayConfig config,
      MessageCodec codec,
      ClientListener listener,
      GatewayCounters counters,
      Pump pump,
      ExecutorService events) {
    this.config = config;
    this.codec = codec;
    this.listener = listener;
    this.counters = counters;
    this.pump = pump;
    this.events = events;
    this.policy = new UpgradePolicy(config.bindHost(), config.allowedOrigins());
    this.requests = new Requests(codec, listener, counters, System::nanoTime);
    this.slots = new Semaphore(config.limits().connections().max());
    this.notice = Outgoing.resyncNotice().frame(codec);
  }

  int count() {
    return clients.size();
  }

  /** Messages not yet written to any of them. */
  int messagesWaiting() {
    return clients.values().stream().mapToInt(client -> client.outbox().messages()).sum();
  }

  @Nullable Client find(ClientId id) {
    return clients.get(id);
  }

  void send(Client client, Outgoing message) {
    if (client.outbox().offer(message, client.queries().timing(message), System.nanoTime())) {
      pump.schedule(client);
    }
  }

  /** Closes those that are late with anything, and wakes those that the library forgot. */
  void sweep(GatewayServer server) {
    long now = System.nanoTime();
    for (Connection connection : connections) {
      Client client = connection.client();
      if (connection.isOverdue(now)) {
        connection.abort();
      } else if (client != null && client.outbox().isTooSlow(now)) {
        counters.count(GatewayCounter.CLOSED_SLOW);
        client.outbox().close();
        connection.end(CloseFrame.TRY_AGAIN_LATER, "messages are not read", GatewayServer.GOODBYE);
      } else if (client != null && client.outbox().needsTurn()) {
        pump.schedule(client);
      }
      connection.demandWrite(server);
    }
  }

  /** Ends every connection there is. */
  void abortAll() {
    connections.forEach(Connection::abort);
  }

  /** Ends all that are left. */
  void closeAll() {
    connections.forEach(Connection::abort);
    clients.values().forEach(client -> closed(client.connection()));
  }

  @Override
  public Connection accepted(SocketChannel socket, WebSocketImpl webSocket) throws IOException {
    GatewayLimits.Connections limits = config.limits().connections();
    if (connections.size() >= limits.max() + STRANGERS_MAX) {
      counters.count(GatewayCounter.REFUSED_FULL);
      throw new IOException("too many sockets");
    }
    Connection connection = new Connection(socket, webSocket, this, limits.upgradeTime());
    connections.add(connection);
    return connection;
  }

  @Override
  public Optional<Refusal> check(@Nullable String origin, @Nullable String host) {
    return policy.check(origin, host);
  }

  @Override
  public void opened(GatewayServer server, Connection connection) {
    if (!slots.tryAcquire()) {
      counters.count(GatewayCounter.REFUSED_FULL);
      String reason = "the node serves as many connections as it may";
      connection
          .webSocket()
          .send(codec.encodeText(new NetworkMessage.Error(ErrorCode.RATE_LIMITED, reason, null)));
      connection.end(CloseFrame.TRY_AGAIN_LATER, reason, GatewayServer.GOODBYE);
      return;
    }
    ClientId id = new ClientId(lastId.incrementAndGet());
    Client client = new Client(id, connection, server, config.limits(), counters, notice);
    connection.admit(client);
    clients.put(id, client);
    counters.count(GatewayCounter.CLIENTS_OPENED);
    if (!connection.isOpen()) {
      // It ended while it was being opened; the library then tells nobody.
      server.forget(connection);
      closed(connection);
    }
  }

  @Override
  public void closed(Connection connection) {
    Client client = connection.client();
    if (client == null || !clients.remove(client.id(), client)) {
      return;
    }
    counters.count(GatewayCounter.CLIENTS_CLOSED);
    client.outbox().close();
    events.execute(
        () -> {
          try {
            client.end(listener);
          } catch (RuntimeException e) {
            fault("the end", client, e);
          } finally {
            slots.release(); // not before, so that ends waiting for the listener are bounded
          }
        });
  }

  @Override
  public void resync(Client client) {
    events.execute(
        () -> {
          try {
            if (clients.containsKey(client.id())) {
              listener.resync(client.id());
            }
          } catch (RuntimeException e) {
            fault("the resync", client, e);
          }
        });
  }

  private void fault(String what, Client client, RuntimeException cause) {
    counters.count(GatewayCounter.FAULTS);
    LOG.error("{} of client {} met a defect", what, client.id(), cause);
  }

  @Override
  public void text(WebSocketImpl from, ByteBuffer utf8) {
    answer(from, client -> requests.text(client, utf8));
  }

  @Override
  public void binary(WebSocketImpl from) {
    answer(from, client -> Optional.of(requests.binary()));
  }

  @Override
  public void tooLarge(WebSocketImpl from) {
    int max = config.limits().connections().messageBytes();
    answer(from, client -> Optional.of(requests.tooLarge(max)));
  }

  private void answer(WebSocketImpl from, Function<Client, Optional<NetworkMessage>> handler) {
    Connection connection = from.getAttachment();
    Client client = connection.client();
    if (client != null) {
      handler.apply(client).ifPresent(answer -> send(client, new Outgoing(answer)));
    }
  }

  @Override
  public void count(GatewayCounter counter) {
    counters.count(counter);
  }

  @Override
  public void released(Connection connection) {
    connections.remove(connection);
  }

  @Override
  public void failed(@Nullable Connection connection, Exception cause) {
    if (cause instanceof InvalidDataException) {
      counters.count(GatewayCounter.BAD_FRAMES);
    } else {
      LOG.debug("connection failed", cause);
    }
  }
}
