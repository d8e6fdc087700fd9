package io.timecoin.node.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Hex;
import io.timecoin.node.devnet.TestWallet;
import io.timecoin.node.masternode.GenesisJson;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage.Admin;
import io.timecoin.node.protocol.NetworkMessage.AdminResult;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.Transactions;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.config.NodeConfigLoader;
import io.timecoin.node.runtime.keys.KeyFile;
import io.timecoin.node.tx.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One whole node with real sockets and a real disk. */
final class MasternodeNodeIT {
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

  private NodeConfig config() throws Exception {
    return NodeConfigLoader.load(settings, Map.of(), null).config();
  }

  private MasternodeNode started() throws Exception {
    MasternodeNode node = new MasternodeNode(config());
    node.start();
    return node;
  }

  private void assertRefused(String reason, String remedy) {
    assertThatExceptionOfType(NodeStartException.class)
        .isThrownBy(this::started)
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.remedy()).contains(remedy));
  }

  private static Transactions ask(TestWallet wallet, Transaction payment) {
    return wallet.ask(new GetTransactions(List.of(payment.txid()), null), Transactions.class);
  }

  private static void pay(MasternodeNode node, Transaction payment) {
    try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
      wallet.ask(new TransactionBroadcast(payment, null), TransactionAccepted.class);
    }
  }

  @Test
  void whatItAcknowledgedIsThereAfterARestart() throws Exception {
    Transaction payment = LoneMasternode.payment(0);
    try (MasternodeNode node = started()) {
      pay(node, payment);
    }
    try (MasternodeNode node = started();
        TestWallet wallet = new TestWallet(node.webSocketUri())) {
      assertThat(ask(wallet, payment).transactions())
          .extracting(record -> record.phase().isFinal())
          .containsExactly(true);
    }
  }

  @Test
  void whoSendsAnOldPaymentAgainHearsThatItIsFinal() throws Exception {
    Transaction payment = LoneMasternode.payment(0);
    settings.put("settle-blocks", "1");
    try (MasternodeNode node = started()) {
      pay(node, payment);
    }
    settle(payment);
    try (MasternodeNode node = started();
        TestWallet wallet = new TestWallet(node.webSocketUri())) {
      wallet.ask(new TransactionBroadcast(payment, null), TransactionAccepted.class);
      TransactionStatus told = wallet.awaitOne(TransactionStatus.class, _ -> true);
      assertThat(told.phase()).isEqualTo(TransactionPhase.CONFIRMED);
      assertThat(told.blockHeight()).isNotNull();
    }
  }

  /** A minute later, so that the block is due at once. */
  private void settle(Transaction payment) throws Exception {
    InstantSource later = () -> Instant.now().plusSeconds(60);
    try (MasternodeNode node = new MasternodeNode(config(), later)) {
      node.start();
      try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
        await()
            .atMost(TestWallet.PATIENCE)
            .until(
                () ->
                    ask(wallet, payment).transactions().getFirst().phase()
                        == TransactionPhase.CONFIRMED);
      }
    }
  }

  @Test
  void aSecondNodeInTheSameFolderIsRefused() throws Exception {
    try (MasternodeNode _ = started()) {
      assertRefused("in use by another node", "data-dir");
    }
    started().close();
  }

  @Test
  void aPortInUseIsNamedAndNothingStaysOpen() throws Exception {
    try (MasternodeNode node = started()) {
      settings.put("data-dir", folder.resolve("other").toString());
      settings.put("ws-port", String.valueOf(node.webSocketUri().getPort()));
      assertRefused(String.valueOf(node.webSocketUri().getPort()), "ws-bind and ws-port");
      settings.put("ws-port", "0");
      settings.put("p2p-port", String.valueOf(node.p2pPort()));
      assertRefused(String.valueOf(node.p2pPort()), "p2p-bind and p2p-port");
      settings.put("p2p-port", "0");
      started().close();
    }
  }

  @Test
  void aKeyWhoseJournalIsGoneVotesNoMore() throws Exception {
    try (MasternodeNode node = started()) {
      pay(node, LoneMasternode.payment(0));
    }
    Files.move(folder.resolve("data/journal"), folder.resolve("lost"));
    assertRefused("has voted with another journal", "new masternode key");
    Files.move(folder.resolve("data/journal"), folder.resolve("begun"));
    Files.move(folder.resolve("lost"), folder.resolve("data/journal"));
    started().close();
  }

  @Test
  void aClockBeforeTheNetworkBeganIsNamed() throws Exception {
    try (MasternodeNode node = new MasternodeNode(config(), InstantSource.fixed(Instant.EPOCH))) {
      assertThatExceptionOfType(NodeStartException.class)
          .isThrownBy(node::start)
          .withMessageContaining("the clock says 1970-01-01T00:00:00Z")
          .satisfies(e -> assertThat(e.remedy()).contains("clock"));
    }
  }

  @Test
  void genesisFileAndKeyAreCheckedWithWords() throws Exception {
    settings.put("genesis", folder.resolve("none.json").toString());
    assertRefused("cannot read the genesis file", "genesis");
    settings.put("genesis", Files.writeString(folder.resolve("bad.json"), "{}").toString());
    assertRefused("is not usable: genesis file lacks", "genesis file again");
    settings.put("genesis", folder.resolve("genesis.json").toString());
    settings.put("network", "testnet");
    settings.remove("key-hex");
    assertRefused("the genesis file is of devnet, the node is set to testnet", "agree");
    settings.put("network", "devnet");
    assertRefused("no password was given", "TIMEKEEPER_KEY_PASSWORD");
    settings.put("key-password", "horse");
    assertRefused("node.key", "key new");
  }

  @Test
  void anEncryptedKeyVotesToo() throws Exception {
    Path file = folder.resolve("keys/node.key");
    KeyFile.write(file, LoneMasternode.NODE, "horse".toCharArray(), new SecureRandom());
    settings.remove("key-hex");
    settings.put("key-file", file.toString());
    settings.put(
        "key-password-file", Files.writeString(folder.resolve("password"), "horse\n").toString());
    try (MasternodeNode node = started()) {
      assertThat(node.publicKey()).isEqualTo(LoneMasternode.NODE.publicKey());
    }
    assertThat(folder.resolve("keys/node.key.journal")).exists();
  }

  @Test
  void theOperatorsCommandsNeedTheTokenOfTheDataFolder() throws Exception {
    try (MasternodeNode node = started();
        TestWallet wallet = new TestWallet(node.webSocketUri())) {
      Path file = folder.resolve("data/admin.token");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      String token = Files.readString(file).strip();
      assertThat(wallet.ask(new Admin("x".repeat(64), "peers", Map.of(), "1"), Error.class).code())
          .isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(admin(wallet, token, "peers", Map.of()).rows()).isEmpty();
      Map<String, String> culprit = Map.of("ip", "203.0.113.9", "reason", "noise", "seconds", "60");
      assertThat(admin(wallet, token, "ban", culprit).rows().toString())
          .contains("203.0.113.9")
          .contains("noise");
      assertThat(admin(wallet, token, "bans", Map.of()).rows()).hasSize(1);
      assertThat(admin(wallet, token, "unban", culprit).rows())
          .containsExactly(Map.of("unbanned", "true"));
      Map<String, String> link =
          Map.of(
              "public_key",
              LoneMasternode.NODE.publicKey().toString(),
              "delay_ms",
              "20",
              "loss",
              "0.5");
      assertThat(admin(wallet, token, "fault", link).rows().getFirst())
          .containsEntry("delay_ms", "20")
          .containsEntry("loss", "0.5")
          .containsEntry("blocked", "false");
      assertThat(admin(wallet, token, "heal", Map.of()).rows()).isEmpty();
      assertThat(admin(wallet, token, "diagnostics", Map.of()).rows().getFirst())
          .containsKey("queue_events");
      assertThat(admin(wallet, token, "figures", Map.of()).rows().getFirst())
          .containsKeys("memory_used_bytes", "memory_max_bytes", "disk_free_bytes", "p2p_in_bytes")
          .doesNotContainKey("lock_p50_ms");
      assertThat(wallet.ask(new Admin(token, "dance", Map.of(), "2"), Error.class).code())
          .isEqualTo(ErrorCode.UNSUPPORTED);
      assertThat(wallet.ask(new Admin(token, "ban", Map.of(), "3"), Error.class))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED))
          .satisfies(e -> assertThat(e.requestId()).isEqualTo("3"));
    }
  }

  private static AdminResult admin(
      TestWallet wallet, String token, String command, Map<String, String> arguments) {
    return wallet.ask(new Admin(token, command, arguments, command), AdminResult.class);
  }
}
