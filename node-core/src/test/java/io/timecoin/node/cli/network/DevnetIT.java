package io.timecoin.node.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.cli.CliProcess;
import io.timecoin.node.cli.CliRun;
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

  @Test
  void paymentIsSeenByAWatcherAndProvenOffline() throws Exception {
    String payer = wallet(0, "address");
    try (CliProcess watch = CliProcess.start("watch", payer, "--node", node(1), "--count", "3")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> watch.stderr().contains("watching 1 address"));
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
  void outpointThatIsSpentIsRefusedWithItsCode() throws Exception {
    JsonNode first = json(send(1, "--amount", "1").out());
    String spent = first.path("inputs").path(0).textValue();
    assertThat(CliRun.of("query", spent, "--node", node(3)).exit()).isZero();
    // another amount: the same one within the same second would be the same transaction
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
