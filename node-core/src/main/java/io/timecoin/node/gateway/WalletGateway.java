package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket server for wallets. All methods may be called from any thread; {@link #send} never
 * blocks.
 */
public final class WalletGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WalletGateway.class);

  private static final int BACKLOG = 1024;
  private static final int CLOSE_MS = 2_000;

  private final GatewayConfig config;
  private final MessageCodec codec;
  private final ClientListener listener;
  private final GatewayCounters counters;
  private volatile @Nullable Outgoing latest;
  private volatile @Nullable Running running;

  /** What exists between start and close. */
  private record Running(
      Clients clients,
      GatewayServer server,
      Pump pump,
      Thread selector,
      Thread pumping,
      ExecutorService events,
      int port) {}

  /** Not listening yet. */
  public WalletGateway(GatewayConfig config, MessageCodec codec, ClientListener listener) {
    this(config, codec, listener, GatewayTimes.NONE);
  }

  /** Not listening yet; tells how long things take. */
  public WalletGateway(
      GatewayConfig config, MessageCodec codec, ClientListener listener, GatewayTimes times) {
    this.config = config;
    this.codec = codec;
    this.listener = listener;
    this.counters = new GatewayCounters(times);
  }

  /**
   * Listens; returns when wallets can connect.
   *
   * @throws IOException with the address and the reason, if they cannot
   */
  public synchronized void start() throws IOException {
    if (running != null) {
      throw new IllegalStateException("the gateway is started already");
    }
    ServerSocketChannel bound = bind();
    Running starting = assemble(bound);
    running = starting;
    starting.pumping().start();
    starting.selector().start();
    int port = starting.port();
    try {
      starting.server().started().get(CLOSE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IOException("cannot serve on " + config.bindHost() + ":" + port, e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting", e);
    }
    LOG.info("wallets connect to {}", uri());
  }

  private Running assemble(ServerSocketChannel bound) {
    ExecutorService events =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gateway-events").factory());
    Pump pump = new Pump(codec, config.limits().connections().max());
    Clients clients = new Clients(config, codec, listener, counters, pump, events);
    GatewayServer server = new GatewayServer(bound, clients, config.limits().connections());
    return new Running(
        clients,
        server,
        pump,
        Thread.ofPlatform().daemon().unstarted(server),
        Thread.ofPlatform()
            .daemon()
            .name("gateway-pump")
            .unstarted(() -> pump.run(() -> clients.sweep(server))),
        events,
        server.getPort());
  }

  private ServerSocketChannel bind() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      InetAddress host = InetAddress.getByName(config.bindHost());
      channel.bind(new InetSocketAddress(host, config.port()), BACKLOG);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw new IOException(
          "cannot listen for wallets on %s:%d: %s"
              .formatted(config.bindHost(), config.port(), e.getMessage()),
          e);
    }
  }

  /** The port it listens on, also when the configuration left the choice open. */
  public int port() {
    return started().port();
  }

  /** Where a wallet on this machine connects. */
  public URI uri() {
    String host =
        UpgradePolicy.isWildcard(config.bindHost()) ? GatewayConfig.LOOPBACK : config.bindHost();
    String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("ws://" + literal + ":" + port());
  }

  private Running started() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("the gateway is not running");
    }
    return now;
  }

  /** Clients connected. */
  public int connections() {
    Running now = running;
    return now == null ? 0 : now.clients().count();
  }

  /** Messages not yet written to wallets. */
  public int messagesWaiting() {
    Running now = running;
    return now == null ? 0 : now.clients().messagesWaiting();
  }

  /** What happened so far. */
  public GatewayCounters counters() {
    return counters;
  }

  /**
   * Sends a message behind those sent before. Never blocks: past the client's bound its queue is
   * dropped. Without effect if the client is gone. Handing the same object in for several clients
   * in a row encodes it once.
   */
  public void send(ClientId to, NetworkMessage message) {
    send(to, message, System.nanoTime());
  }

  /**
   * The same, for a message whose cause lies back.
   *
   * @param sinceNanos {@code System.nanoTime()} from which its way is timed
   */
  public void send(ClientId to, NetworkMessage message, long sinceNanos) {
    Running now = running;
    Client client = now == null ? null : now.clients().find(to);
    if (now != null && client != null) {
      now.clients().send(client, outgoing(message, sinceNanos));
    }
  }

  @SuppressWarnings("ReferenceEquality") // comparing content would cost as much as encoding it
  private Outgoing outgoing(NetworkMessage message, long sinceNanos) {
    Outgoing outgoing = latest;
    if (outgoing == null || outgoing.message() != message) {
      outgoing = new Outgoing(message, sinceNanos);
      latest = outgoing;
    }
    return outgoing;
  }

  /** Ends every connection there is; new ones are taken. Any thread. */
  public void disconnectAll() {
    Running serving = running;
    if (serving != null) {
      serving.clients().abortAll();
    }
  }

  /**
   * Says goodbye to every client and releases the port. Returns when no thread of the gateway is
   * left, or after some seconds if the listener blocks them.
   */
  @Override
  public synchronized void close() {
    Running stopping = running;
    if (stopping == null) {
      return;
    }
    running = null;
    try {
      stopping.server().stop(CLOSE_MS, "the node stops");
      stopping.selector().interrupt();
      stopping.selector().join(CLOSE_MS);
      for (Thread decoder : stopping.server().decoders()) {
        decoder.join(CLOSE_MS);
      }
      stopping.clients().closeAll();
      stopping.pumping().interrupt();
      stopping.pumping().join(CLOSE_MS);
      stopping.events().shutdown();
      if (!stopping.events().awaitTermination(CLOSE_MS, TimeUnit.MILLISECONDS)) {
        LOG.warn("the gateway's listener blocks its end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
