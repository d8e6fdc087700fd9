package io.timecoin.node.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.runtime.LoneMasternode;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is served while the engine stands still. */
final class MetricsServerIT {
  private static final MasternodeSet SET = LoneMasternode.genesis().masternodes();

  private static final WatchedNode STANDS_STILL =
      new WatchedNode() {
        @Override
        public boolean isTurning() {
          return false;
        }

        @Override
        public Optional<StatusReport> status() {
          return Optional.empty();
        }
      };

  private final Meters meters = new Meters();
  private final MetricsServer server =
      new MetricsServer(0, STANDS_STILL, meters, SET, new MessageCodec());

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    meters.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = server.uri().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aNodeWhoseEngineStandsStillIsNeitherHealthyNorReady() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    HttpResponse<String> readiness = get("/readyz");
    assertThat(readiness.statusCode()).isEqualTo(503);
    assertThat(readiness.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(readiness.body())
        .startsWith("{\"ready\":false,\"verdict\":\"not_voting\"")
        .contains("engine_stopped")
        .contains("restart the node");
    assertThat(get("/metrics").body())
        .contains("timekeeper_reason{code=\"engine_stopped\"} 1.0")
        .contains("timekeeper_ready 0.0");
  }

  @Test
  void halfARequestKeepsNobodyElseFromAnAnswer() throws Exception {
    try (Socket slow = new Socket("127.0.0.1", server.uri().getPort())) {
      OutputStream out = slow.getOutputStream();
      out.write("GET /metrics HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(get("/healthz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void afterTheEndThePortIsFree() throws Exception {
    int port = server.uri().getPort();
    server.close();
    try (Meters again = new Meters();
        MetricsServer next =
            new MetricsServer(port, STANDS_STILL, again, SET, new MessageCodec())) {
      next.start();
      assertThat(next.uri().getPort()).isEqualTo(port);
    }
  }
}
