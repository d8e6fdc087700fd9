package io.timecoin.node.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.timecoin.node.engine.health.Vitals;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.Health;
import io.timecoin.node.protocol.HostHeader;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.StatusReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /metrics}, {@code /healthz} and {@code /readyz} for this machine's programs: only on
 * loopback, only for requests that name it, only to read.
 */
public final class MetricsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 16;
  private static final int THREADS = 2;
  private static final int REQUEST_SECONDS = 10;
  private static final int CONNECTIONS_MAX = 64;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  static {
    // The JDK's server bounds neither by default; whoever sends half a request would hold a thread.
    bound("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    bound("sun.net.httpserver.maxRspTime", REQUEST_SECONDS);
    bound("jdk.httpserver.maxConnections", CONNECTIONS_MAX);
  }

  private final int port;
  private final WatchedNode node;
  private final Meters meters;
  private final StatusMeters status;
  private final MessageCodec codec;
  private @Nullable Running running;

  private record Running(HttpServer server, ExecutorService threads) {}

  private record Answer(int status, String type, String body) {}

  /**
   * Not listening yet.
   *
   * @param port 0 for any free one
   */
  public MetricsServer(
      int port, WatchedNode node, Meters meters, MasternodeSet set, MessageCodec codec) {
    this.port = port;
    this.node = node;
    this.meters = meters;
    this.status = new StatusMeters(meters, set);
    this.codec = codec;
  }

  private static void bound(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(value));
    }
  }

  /**
   * Listens.
   *
   * @throws IOException naming the address, if somebody else does
   */
  public synchronized void start() throws IOException {
    HttpServer server;
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", LOOPBACK);
      server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (IOException e) {
      throw new IOException("cannot serve metrics on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("metrics-", 1).factory());
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    running = new Running(server, threads);
    LOG.info("metrics, health and readiness on {}", uri());
  }

  /** Where it listens; only while it does. */
  public synchronized URI uri() {
    if (running == null) {
      throw new IllegalStateException("the metrics are not served");
    }
    return URI.create("http://127.0.0.1:" + running.server().getAddress().getPort());
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(answer.status(), -1);
      } else {
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      LOG.debug("somebody left before the answer: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.error("the metrics go on after a defect", e);
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!isMeant(exchange.getRequestHeaders().getOrDefault("Host", List.of()))) {
      return new Answer(403, TEXT, "this is not the host you asked for\n");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return new Answer(405, TEXT, "only GET and HEAD\n");
    }
    return switch (exchange.getRequestURI().getPath()) {
      case "/healthz" -> healthz();
      case "/readyz" -> readyz();
      case "/metrics" -> metrics();
      case null, default -> new Answer(404, TEXT, "there are /metrics, /healthz and /readyz\n");
    };
  }

  private static boolean isMeant(List<String> hosts) {
    return hosts.size() == 1
        && HostHeader.parse(hosts.getFirst()).filter(HostHeader::isLoopback).isPresent();
  }

  private Answer healthz() {
    return node.isTurning()
        ? new Answer(200, TEXT, "ok\n")
        : new Answer(503, TEXT, "the engine does not turn\n");
  }

  private Answer readyz() {
    Health health = look();
    return new Answer(
        health.ready() ? 200 : 503, "application/json", codec.writeHealth(health) + "\n");
  }

  private Answer metrics() {
    look();
    return new Answer(200, PROMETHEUS, meters.scrape());
  }

  /** What the node says of itself; what can be said of it if it does not answer. */
  private Health look() {
    StatusReport report = node.status().orElse(null);
    Health health = report == null ? Vitals.engineStopped() : report.health();
    status.show(health, report);
    return health;
  }

  /** Stops listening; answers under way are dropped. */
  @Override
  public synchronized void close() {
    if (running != null) {
      running.server().stop(0);
      running.threads().shutdownNow();
      running = null;
    }
  }
}
