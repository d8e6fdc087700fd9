package io.timecoin.node.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.cli.CliProcess;
import io.timecoin.node.cli.CliRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevnetIT {
  @TempDir private static Path folder;
  private static CliProcess devnet;
  private static JsonNode ready;

  @BeforeAll
  static void startNetwork() throws Exception {
    devnet =
        CliProcess.start(
            "devnet", "--nodes", "4", "--base-port", "0", "--data-dir", folder.toString());
    ready = new ObjectMapper().readTree(devnet.line());
  }

  @AfterAll
  static void stopNetwork() throws Exception {
    devnet.terminate();
    assertThat(devnet.exit()).isZero();
    assertThat(devnet.rest()).isEmpty();
    devnet.close();
  }

  private static String node(int i) {
    return ready.path("nodes").path(i).path("ws").textValue();
  }

  private static String wallet(int i, String field) {
    return ready.path("wallets").path(i).path(field).textValue();
  }

  private static CliRun send(int wallet, String... more) {
    String[] args = {
      "send",
      "--node",
      node(0),
      "--secret-key",
      wallet(wallet, "secret_key"),
      "--to",
      wallet((wallet + 1) % 3, "address"),
      "--json"
    };
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CliRun.of(all);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void readyLineNamesNodesAndWallets() {
    assertThat(ready.path("event").textValue()).isEqualTo("ready");
    assertThat(Path.of(ready.path("genesis").textValue())).exists();
    assertThat(ready.path("genesis_hash").textValue()).hasSize(64);
    assertThat(ready.path("nodes")).hasSize(4);
    assertThat(ready.path("nodes").path(0).path("p2p").textValue()).startsWith("127.0.0.1:");
    assertThat(ready.path("wallets")).hasSize(3);
  }

  private static double finalTimed(int node) throws Exception {
    return metric(node, "timekeeper_finality_seconds_count");
  }

  private static double metric(int node, String series) throws Exception {
    URI metrics = URI.create(ready.path("nodes").path(node).path("metrics").textValue());
    return get(metrics.resolve("/metrics"))
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void everyNodeIsReadyWhereTheReadyLineSays() throws Exception {
    for (JsonNode node : ready.path("nodes")) {
      URI metrics = URI.create(node.path("metrics").textValue());
      assertThat(metrics.getHost()).isEqualTo("127.0.0.1");
      HttpResponse<String> answer = get(metrics.resolve("/readyz"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode verdict = json(answer.body()).path("verdict");
      assertThat(verdict.textValue()).isEqualTo("healthy");
      CliRun status = CliRun.of("status", "--node", node.path("ws").textValue(), "--json");
      assertThat(json(status.out()).path("verdict")).isEqualTo(verdict);
    }
  }

  @Test
  void paymentIsSeenByAWatcherAndProvenOffline() throws Exception {
    String payer = wallet(0, "address");
    try (CliProcess watch = CliProcess.start("watch", payer, "--node", node(1), "--count", "3")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> watch.stderr().contains("watching 1 address"));
      double before = finalTimed(3);
      CliRun sent = send(0, "--amount", "2.5", "--genesis", ready.path("genesis").textValue());
      assertThat(sent.err()).isEmpty();
      assertThat(sent.exit()).isZero();
      JsonNode result = json(sent.out());
      assertThat(result.path("status").textValue()).isEqualTo("final");
      assertThat(result.path("proven").booleanValue()).isTrue();
      JsonNode first = json(watch.line());
      assertThat(first.path("type").textValue()).isEqualTo("UTXOStateNotification");
      assertThat(first.path("seq").longValue()).isEqualTo(1);
      assertThat(first.path("notification").path("new_state").has("Locked")).isTrue();
      assertThat(watch.exit()).isZero();
      proven(result.path("txid").textValue());
      // Timed also where it came by peers.
      await().atMost(Duration.ofMinutes(1)).until(() -> finalTimed(3) > before);
      assertThat(metric(3, "timekeeper_p2p_traffic_bytes_total{direction=\"in\"}")).isPositive();
      assertThat(metric(3, "timekeeper_p2p_messages_total{direction=\"out\"}")).isPositive();
    }
  }

  private static void proven(String txid) {
    Path file = folder.resolve("certificate.json");
    CliRun written = CliRun.of("certificate", txid, "--node", node(2), "--out", file.toString());
    assertThat(written.err()).isEmpty();
    CliRun verified =
        CliRun.of("verify", file.toString(), "--genesis", ready.path("genesis").textValue());
    assertThat(verified.exit()).isZero();
    assertThat(verified.out()).contains(txid);
    CliRun inspected = CliRun.of("inspect", "certificate", file.toString());
    assertThat(inspected.out()).contains(txid).contains("\"ok\":true");
  }

  @Test
  void historyOfAnAddressNamesThePayment() throws Exception {
    JsonNode paid = json(send(2, "--amount", "1.5").out());
    String address = wallet(2, "address");
    CliRun history = CliRun.of("history", address, "--node", node(1), "--limit", "1");
    assertThat(history.exit()).isZero();
    assertThat(history.out()).contains(paid.path("txid").textValue());
    CliRun page = CliRun.of("history", address, "--node", node(1), "--json");
    assertThat(json(page.out()).path("address").textValue()).isEqualTo(address);
    assertThat(json(page.out()).path("transactions")).isNotEmpty();
    assertThat(CliRun.of("history", "nonsense", "--node", node(1)).exit()).isEqualTo(2);
  }

  @Test
  void outpointThatIsSpentIsRefusedWithItsCode() throws Exception {
    JsonNode first = json(send(1, "--amount", "1").out());
    String spent = first.path("inputs").path(0).textValue();
    assertThat(CliRun.of("query", spent, "--node", node(3)).exit()).isZero();
    // Another amount: in the same second, the same payment would be the same transaction.
    CliRun again = send(1, "--amount", "2", "--outpoint", spent);
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("input_spent");
    assertThat(again.out()).isEmpty();
  }

  @Test
  void amountBeyondTheWalletIsRefusedBeforeAnythingIsSent() {
    CliRun run = send(2, "--amount", "999999");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("insufficient_funds");
  }

  @Test
  void statusSaysTheNetworkIsHealthy() throws Exception {
    CliRun human = CliRun.of("status", "--node", node(0));
    assertThat(human.out()).contains("healthy").contains("4 of 4 online");
    JsonNode status = json(CliRun.of("status", "--node", node(0), "--json").out());
    assertThat(status.path("genesis_hash")).isEqualTo(ready.path("genesis_hash"));
    assertThat(status.has("type")).isFalse();
  }

  @Test
  void unknownTransactionHasNoCertificate() {
    CliRun run = CliRun.of("certificate", "ab".repeat(32), "--node", node(0));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("unknown_transaction");
  }
}
