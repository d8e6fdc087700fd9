package io.timecoin.node.runtime;

import io.timecoin.node.base.Network;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.gateway.GatewayConfig;
import io.timecoin.node.gateway.WalletGateway;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.p2p.PeerConfig;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.intake.AdminDesk;
import io.timecoin.node.runtime.intake.AdminRows;
import io.timecoin.node.runtime.intake.ClientIntake;
import io.timecoin.node.runtime.intake.PeerHeights;
import io.timecoin.node.runtime.intake.PeerIntake;
import io.timecoin.node.runtime.intake.RecentFinals;
import io.timecoin.node.runtime.intake.SignatureCheck;
import io.timecoin.node.runtime.join.CheckpointFetch;
import io.timecoin.node.runtime.join.CheckpointJoin;
import io.timecoin.node.runtime.join.CheckpointTraffic;
import io.timecoin.node.runtime.loop.EngineLoop;
import io.timecoin.node.runtime.loop.EventQueue;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.Checkpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The moving parts of a node, wired by hand in one place; started in order, closed in reverse. */
final class NodeParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeParts.class);

  private final NodeConfig config;
  private final Foundation foundation;
  private final EventQueue queue;
  private final PeerManager peers;
  private final WalletGateway gateway;
  private final EngineLoop loop;
  private final Settler settler;
  private final CheckpointJoin join;
  private final CheckpointTraffic traffic;
  private final NodeMetrics metrics;
  private final MessageCodec codec = new MessageCodec();

  NodeParts(
      NodeConfig config, Foundation foundation, InstantSource clock, Consumer<Throwable> broken) {
    this.config = config;
    this.foundation = foundation;
    this.queue = new EventQueue(config.queueEvents());
    NodeIdentity identity = foundation.identity();
    SignatureCheck signatures = new SignatureCheck(identity.genesis());
    RecentFinals finals = new RecentFinals();
    this.metrics = new NodeMetrics(config.metricsPort());
    Consumer<Txid> payments = metrics.latencies()::read;
    PeerHeights heights =
        new PeerHeights(
            new PeerIntake(signatures, finals, queue, payments, this::isAboutCheckpoints));
    this.peers = new PeerManager(peerConfig(identity), codec, heights, clock);
    Checkpoints checkpoints = new Checkpoints(config.files().dataDir().resolve("checkpoints"));
    this.join = new CheckpointJoin(foundation.archive(), peers, queue::put, this::joined);
    this.traffic = join.traffic(checkpoints);
    AdminDesk admin =
        new AdminDesk(
            foundation.token(),
            access(),
            new AdminRows(
                peers,
                heights,
                identity.genesis().masternodes(),
                this::counters,
                metrics.figures(peers, config.files().dataDir())),
            this::answer);
    this.gateway =
        new WalletGateway(
            gatewayConfig(),
            codec,
            new ClientIntake(signatures, queue, admin, payments),
            metrics.gatewayTimes());
    this.settler =
        new Settler(
            identity.name(),
            foundation.journal(),
            foundation.archive(),
            checkpoints,
            config.store(),
            queue::put);
    NodeEffects effects =
        new NodeEffects(
            new NodeEffects.Memory(foundation.journal(), settler, finals),
            peers,
            gateway,
            metrics.latencies(),
            join::begin,
            broken);
    this.loop =
        new EngineLoop(
            foundation.turn(), queue, effects, clock, new NodeSurroundings(queue, peers));
    metrics.watch(queue);
    metrics.watch(peers);
    metrics.watch(gateway);
    metrics.watch(config.files().dataDir());
  }

  private boolean isAboutCheckpoints(PeerId peer, NetworkMessage message) {
    return traffic.took(peer, message);
  }

  /** The wallets' subscriptions end with the engine that had them: they come again. */
  private void joined(CheckpointFetch.Fetched fetched) {
    loop.succeed(new JoinSuccession(foundation, peers, fetched, gateway::disconnectAll));
  }

  private PeerConfig peerConfig(NodeIdentity identity) {
    NodeConfig.P2p p2p = config.p2p();
    return new PeerConfig(
        config.network(),
        identity.genesisHash(),
        identity.key(),
        identity.genesis().masternodes().members().stream()
            .map(Masternode::publicKey)
            .collect(Collectors.toUnmodifiableSet()),
        p2p.bind(),
        p2p.port(),
        p2p.advertise(),
        p2p.seeds(),
        p2p.limits());
  }

  private GatewayConfig gatewayConfig() {
    NodeConfig.WebSocket webSocket = config.webSocket();
    return new GatewayConfig(
        webSocket.bind(), webSocket.port(), webSocket.origins(), webSocket.limits());
  }

  private AdminDesk.Access access() {
    boolean loopback;
    try {
      loopback = InetAddress.getByName(config.webSocket().bind()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      loopback = false; // the gateway says so when it starts
    }
    return new AdminDesk.Access(loopback, config.network() == Network.DEVNET);
  }

  /** What {@code diagnostics} shows. */
  private Map<String, Long> counters() {
    Map<String, Long> all = new TreeMap<>();
    peers.counters().all().forEach((name, count) -> all.put("p2p_" + name, count));
    gateway
        .counters()
        .snapshot()
        .forEach(
            (name, count) -> all.put("gateway_" + name.name().toLowerCase(Locale.ROOT), count));
    all.put("queue_events", (long) queue.size());
    return all;
  }

  private void answer(ClientId client, NetworkMessage message) {
    gateway.send(client, message);
  }

  /** The engine first, so that whoever connects finds it. */
  void start() throws NodeStartException {
    loop.start("engine " + foundation.identity().name());
    try {
      peers.start();
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(e, "p2p-bind and p2p-port");
    }
    try {
      gateway.start();
    } catch (IOException e) {
      throw unreachable(e, "ws-bind and ws-port");
    }
    try {
      metrics.start(loop, foundation.identity().genesis().masternodes(), codec);
    } catch (IOException e) {
      throw unreachable(e, "metrics-port");
    }
  }

  private static NodeStartException unreachable(Exception e, String keys) {
    return new NodeStartException(
        String.valueOf(e.getMessage()),
        "Stop the program that uses the port, or choose another address (" + keys + ").",
        e);
  }

  NodeIdentity identity() {
    return foundation.identity();
  }

  PeerManager peers() {
    return peers;
  }

  URI webSocketUri() {
    return gateway.uri();
  }

  Optional<URI> metricsUri() {
    return metrics.uri();
  }

  void submit(EngineEvent event) {
    queue.put(event);
  }

  /** No one new, then what waits, then the disk. */
  @Override
  public void close() {
    metrics.close();
    join.close();
    gateway.close();
    peers.close();
    try {
      loop.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    settler.close();
    foundation.archive().close();
    try {
      foundation.journal().close();
    } catch (StoreException e) {
      LOG.error("{}. {}", e.getMessage(), e.remedy());
    }
  }
}
