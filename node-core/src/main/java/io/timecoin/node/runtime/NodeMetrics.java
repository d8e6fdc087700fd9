package io.timecoin.node.runtime;

import io.timecoin.node.gateway.GatewayCounter;
import io.timecoin.node.gateway.GatewayTimes;
import io.timecoin.node.gateway.WalletGateway;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.metrics.Latencies;
import io.timecoin.node.metrics.Meters;
import io.timecoin.node.metrics.Metric;
import io.timecoin.node.metrics.MetricsServer;
import io.timecoin.node.metrics.WatchedNode;
import io.timecoin.node.p2p.PeerCounter;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.TrafficTotals;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.runtime.loop.EngineLoop;
import io.timecoin.node.runtime.loop.EventQueue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ties the node's parts to its meters and serves them; the parts know nothing of it. */
final class NodeMetrics implements AutoCloseable {
  private static final long STATUS_PATIENCE_MS = 2_000;
  private static final double MS_PER_SECOND = 1_000;

  private final OptionalInt port;
  private final Meters meters = new Meters();
  private final Latencies latencies = new Latencies(meters);
  private @Nullable MetricsServer server;

  /** Serves nothing where there is no port; what is measured costs next to nothing. */
  NodeMetrics(OptionalInt port) {
    this.port = port;
  }

  Latencies latencies() {
    return latencies;
  }

  /** What an operator's dashboard draws: milliseconds, bytes, as their names say. */
  Supplier<Map<String, Number>> figures(PeerManager peers, Path dataDir) {
    return () -> {
      Map<String, Number> figures = new TreeMap<>(latencies.recent());
      Runtime runtime = Runtime.getRuntime();
      figures.put("memory_used_bytes", runtime.totalMemory() - runtime.freeMemory());
      figures.put("memory_max_bytes", runtime.maxMemory());
      figures.put("disk_free_bytes", dataDir.toFile().getUsableSpace());
      figures.put("p2p_in_bytes", peers.traffic().bytesIn());
      figures.put("p2p_out_bytes", peers.traffic().bytesOut());
      return figures;
    };
  }

  /** For the gateway. */
  GatewayTimes gatewayTimes() {
    return new GatewayTimes() {
      @Override
      public void notified(long nanos) {
        latencies.notified(nanos);
      }

      @Override
      public void answered(long nanos) {
        latencies.answered(nanos);
      }
    };
  }

  void watch(EventQueue queue) {
    meters.gauge(Metric.QUEUE_EVENTS, queue::size);
    meters.gauge(Metric.QUEUE_EVENTS_MAX, queue::capacity);
    meters.counter(Metric.QUEUE_REFUSED, queue::refused);
  }

  void watch(PeerManager peers) {
    TrafficTotals traffic = peers.traffic();
    meters.counter(Metric.P2P_TRAFFIC, traffic::bytesIn, "in");
    meters.counter(Metric.P2P_TRAFFIC, traffic::bytesOut, "out");
    meters.counter(Metric.P2P_MESSAGES, traffic::messagesIn, "in");
    meters.counter(Metric.P2P_MESSAGES, traffic::messagesOut, "out");
    meters.gauge(Metric.P2P_QUEUE, peers::framesWaiting);
    for (PeerCounter counter : PeerCounter.values()) {
      meters.counter(Metric.P2P_EVENTS, () -> peers.counters().get(counter), lowerCase(counter));
    }
    for (CloseReason reason : CloseReason.values()) {
      meters.counter(
          Metric.P2P_EVENTS, () -> peers.counters().get(reason), "closed_" + lowerCase(reason));
    }
    meters.gauge(
        Metric.CLOCK_AHEAD, () -> NodeSurroundings.clockAheadMs(peers.peers()) / MS_PER_SECOND);
  }

  void watch(WalletGateway gateway) {
    meters.gauge(Metric.WALLETS, gateway::connections);
    meters.gauge(Metric.WALLET_QUEUE, gateway::messagesWaiting);
    for (GatewayCounter counter : GatewayCounter.values()) {
      meters.counter(
          Metric.WALLET_EVENTS, () -> gateway.counters().get(counter), lowerCase(counter));
    }
  }

  /** Whatever else is kept in a folder of its own there belongs here too. */
  void watch(Path dataDir) {
    Path journal = dataDir.resolve("journal");
    meters.gauge(Metric.STORE, () -> FolderSize.bytes(journal), "journal");
    Path archive = dataDir.resolve("archive");
    meters.gauge(Metric.STORE, () -> FolderSize.bytes(archive), "archive");
    meters.gauge(Metric.DISK_FREE, () -> dataDir.toFile().getUsableSpace());
    Runtime runtime = Runtime.getRuntime();
    meters.gauge(Metric.MEMORY_USED, () -> runtime.totalMemory() - runtime.freeMemory());
    meters.gauge(Metric.MEMORY_MAX, runtime::maxMemory);
  }

  /**
   * Serves them.
   *
   * @throws IOException if the port cannot be listened on, naming it
   */
  void start(EngineLoop loop, MasternodeSet set, MessageCodec codec) throws IOException {
    if (port.isPresent()) {
      MetricsServer starting =
          new MetricsServer(port.getAsInt(), watched(loop), meters, set, codec);
      starting.start();
      server = starting;
    }
  }

  private static WatchedNode watched(EngineLoop loop) {
    return new WatchedNode() {
      @Override
      public boolean isTurning() {
        return loop.isTurning();
      }

      @Override
      public Optional<StatusReport> status() {
        return loop.isTurning() ? askFor(loop) : Optional.empty();
      }
    };
  }

  private static Optional<StatusReport> askFor(EngineLoop loop) {
    try {
      return Optional.of(loop.status().get(STATUS_PATIENCE_MS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the loop completes it with a status alone", e);
    }
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Where they are served, if they are. */
  Optional<URI> uri() {
    MetricsServer serving = server;
    return serving == null ? Optional.empty() : Optional.of(serving.uri());
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    meters.close();
  }
}
