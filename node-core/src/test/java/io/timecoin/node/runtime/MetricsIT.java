package io.timecoin.node.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timecoin.node.base.Hex;
import io.timecoin.node.devnet.TestWallet;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.metrics.Metric;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateQuery;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateResponse;
import io.timecoin.node.protocol.NetworkMessage.UtxoSubscribe;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import io.timecoin.node.tx.Transaction;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One whole node, watched over HTTP as an operator's tools would. */
final class MetricsIT {
  private static final Path PAGE = Path.of("..", "docs", "OPERATE.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(timekeeper_\\w+)` \\| (\\w+) \\| ([^|]*) \\| ([^|]*) \\|$");
  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void configure() throws Exception {
    Path genesis = folder.resolve("genesis.json");
    Files.writeString(genesis, GenesisJson.pretty(LoneMasternode.genesis()));
    settings.put("network", "devnet");
    settings.put("genesis", genesis.toString());
    settings.put("data-dir", folder.resolve("data").toString());
    settings.put("key-hex", Hex.encode(LoneMasternode.NODE.secretBytes()));
    settings.put("p2p-bind", "127.0.0.1");
    settings.put("p2p-port", "0");
    settings.put("ws-port", "0");
  }

  private MasternodeNode started() throws Exception {
    MasternodeNode node =
        new MasternodeNode(NodeConfigLoader.load(settings, Map.of(), null).config());
    node.start();
    return node;
  }

  private static URI at(MasternodeNode node, String path) {
    return node.metricsUri().orElseThrow().resolve(path);
  }

  private static HttpResponse<String> send(String method, URI uri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(MasternodeNode node, String path) throws Exception {
    return send("GET", at(node, path));
  }

  private static JsonNode readiness(MasternodeNode node) throws Exception {
    return new JsonMapper().readTree(get(node, "/readyz").body());
  }

  private static double value(String scraped, String series) {
    return scraped
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + series + " in\n" + scraped));
  }

  @Test
  void aPaymentShowsInEveryLatency() throws Exception {
    Transaction payment = LoneMasternode.payment(0);
    try (MasternodeNode node = started();
        TestWallet wallet = new TestWallet(node.webSocketUri())) {
      assertThat(value(get(node, "/metrics").body(), "timekeeper_finality_seconds_count")).isZero();
      wallet.ask(
          new UtxoSubscribe(
              List.of(payment.inputs().getFirst().previousOutput()), List.of(), "w", null),
          SubscriptionConfirmed.class);
      wallet.ask(new TransactionBroadcast(payment, null), TransactionAccepted.class);
      wallet.awaitOne(UtxoStateNotification.class, _ -> true);
      wallet.ask(
          new UtxoStateQuery(List.of(payment.inputs().getFirst().previousOutput()), null),
          UtxoStateResponse.class);
      // The wallet may have its answer before the thread that wrote it has taken the time.
      await()
          .until(() -> value(get(node, "/metrics").body(), "timekeeper_query_seconds_count") == 1);
      String scraped = get(node, "/metrics").body();
      for (String once : List.of("lock", "finality")) {
        assertThat(value(scraped, "timekeeper_" + once + "_seconds_count")).isEqualTo(1);
      }
      for (String phase : List.of("prepare", "commit")) {
        assertThat(value(scraped, "timekeeper_vote_seconds_count{phase=\"" + phase + "\"}"))
            .isEqualTo(1);
        assertThat(
                value(
                    scraped,
                    "timekeeper_masternode_votes_total{masternode=\"Lone\",phase=\""
                        + phase
                        + "\"}"))
            .isEqualTo(1);
      }
      assertThat(value(scraped, "timekeeper_notify_seconds_count")).isPositive();
      assertThat(value(scraped, "timekeeper_fsync_seconds_count")).isPositive();
      assertThat(value(scraped, "timekeeper_final_transactions")).isEqualTo(1);
      assertThat(value(scraped, "timekeeper_store_bytes{store=\"journal\"}")).isPositive();
      assertThat(value(scraped, "timekeeper_wallets")).isEqualTo(1);
    }
  }

  @Test
  void statusReadinessAndMetricsTellTheSameVerdict() throws Exception {
    try (MasternodeNode node = started();
        TestWallet wallet = new TestWallet(node.webSocketUri())) {
      NodeStatus status = wallet.ask(new GetStatus(null), NodeStatus.class);
      assertThat(status.report().verdict().name()).isEqualTo("HEALTHY");
      assertThat(get(node, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(node, "/readyz").statusCode()).isEqualTo(200);
      assertThat(readiness(node).path("verdict").asText()).isEqualTo("healthy");
      assertThat(readiness(node).path("reasons")).isEmpty();
      String scraped = get(node, "/metrics").body();
      assertThat(value(scraped, "timekeeper_verdict{verdict=\"healthy\"}")).isEqualTo(1);
      assertThat(value(scraped, "timekeeper_ready")).isEqualTo(1);
    }
  }

  @Test
  void aNodeThatObservesSaysSoAndIsReady() throws Exception {
    settings.put("key-hex", "07".repeat(32));
    try (MasternodeNode node = started()) {
      // Alone, it has no quorum either: that is what makes it not ready.
      assertThat(get(node, "/readyz").statusCode()).isEqualTo(503);
      JsonNode said = readiness(node);
      assertThat(said.path("ready").asBoolean()).isFalse();
      assertThat(said.path("verdict").asText()).isEqualTo("not_voting");
      assertThat(said.path("reasons").findValuesAsText("code"))
          .containsExactly("observer", "no_quorum");
      assertThat(said.path("reasons").findValuesAsText("remedy")).allMatch(text -> !text.isBlank());
      String scraped = get(node, "/metrics").body();
      assertThat(value(scraped, "timekeeper_verdict{verdict=\"not_voting\"}")).isEqualTo(1);
      assertThat(value(scraped, "timekeeper_reason{code=\"no_quorum\"}")).isEqualTo(1);
      assertThat(value(scraped, "timekeeper_reason{code=\"disk\"}")).isZero();
      assertThat(get(node, "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void thePageForOperatorsAndTheRegistryAgree() throws Exception {
    Map<String, String> documented = new HashMap<>();
    Map<String, String> meanings = new HashMap<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      documented.put(row.group(1), row.group(2));
      meanings.put(row.group(1), row.group(3) + ": " + row.group(4));
    }
    try (MasternodeNode node = started()) {
      Map<String, String> served = new HashMap<>();
      Matcher family = FAMILY.matcher(get(node, "/metrics").body());
      while (family.find()) {
        served.put(family.group(1), family.group(2));
      }
      // Each histogram brings its greatest value along; the page says so once.
      served
          .keySet()
          .removeIf(name -> served.containsKey(name.replaceAll("_max$", "")) && isMax(name));
      assertThat(documented).isEqualTo(served);
    }
    assertThat(meanings)
        .isEqualTo(
            Arrays.stream(Metric.values())
                .collect(Collectors.toMap(Metric::prometheusName, MetricsIT::unitAndMeaning)));
  }

  private static boolean isMax(String name) {
    return name.endsWith("_seconds_max");
  }

  private static String unitAndMeaning(Metric metric) {
    String unit =
        metric.unit() == Metric.Unit.NONE
            ? ""
            : metric.unit().name().toLowerCase(java.util.Locale.ROOT);
    String labels =
        metric.labels().isEmpty()
            ? ""
            : " (by "
                + metric.labels().stream()
                    .map(label -> "`" + label + "`")
                    .collect(Collectors.joining(", "))
                + ")";
    return unit + ": " + metric.meaning() + labels;
  }

  @Test
  void whatIsNeitherReadNorThereIsRefused() throws Exception {
    try (MasternodeNode node = started()) {
      assertThat(get(node, "/").statusCode()).isEqualTo(404);
      assertThat(get(node, "/metrics/../etc").statusCode()).isEqualTo(404);
      assertThat(send("POST", at(node, "/metrics")).statusCode()).isEqualTo(405);
      assertThat(send("POST", at(node, "/metrics")).headers().firstValue("Allow"))
          .contains("GET, HEAD");
      HttpResponse<String> head = send("HEAD", at(node, "/healthz"));
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void aRequestMeantForAnotherHostIsRefused() throws Exception {
    try (MasternodeNode node = started()) {
      int port = node.metricsUri().orElseThrow().getPort();
      assertThat(statusLine(port, "Host: localhost:" + port + "\r\n")).contains(" 200 ");
      assertThat(statusLine(port, "Host: [::1]\r\n")).contains(" 200 ");
      assertThat(statusLine(port, "Host: evil.example:" + port + "\r\n")).contains(" 403 ");
      assertThat(statusLine(port, "Host: 192.0.2.1\r\n")).contains(" 403 ");
      assertThat(statusLine(port, "Host: localhost\r\nHost: evil.example\r\n")).contains(" 403 ");
      assertThat(statusLine(port, "")).contains(" 403 ");
    }
  }

  private static String statusLine(int port, String hostLines) throws Exception {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      OutputStream out = socket.getOutputStream();
      String request = "GET /metrics HTTP/1.1\r\n" + hostLines + "Connection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElseThrow();
    }
  }

  @Test
  void aPortInUseIsNamedWithItsKeyAndNothingStaysOpen() throws Exception {
    try (MasternodeNode node = started()) {
      int port = node.metricsUri().orElseThrow().getPort();
      settings.put("data-dir", folder.resolve("other").toString());
      settings.put("metrics-port", String.valueOf(port));
      assertThatExceptionOfType(NodeStartException.class)
          .isThrownBy(this::started)
          .withMessageContaining("cannot serve metrics on 127.0.0.1:" + port)
          .satisfies(e -> assertThat(e.remedy()).contains("metrics-port"));
      settings.put("metrics-port", "0");
      started().close();
    }
  }

  @Test
  void offMeansThatNobodyListens() throws Exception {
    settings.put("metrics-port", "off");
    try (MasternodeNode node = started()) {
      assertThat(node.metricsUri()).isEmpty();
    }
  }
}
