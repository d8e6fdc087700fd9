package io.timecoin.node.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.NetworkMessage.Blocks;
import io.timecoin.node.protocol.NetworkMessage.GetBlocks;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.Transactions;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.tx.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A masternode that comes late, over real TCP and real disks, and fetches a checkpoint. */
final class JoinIT {
  private static final int LATE = 3;

  @TempDir Path folder;

  private static StatusReport status(DevnetNode node) {
    try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
      return wallet.ask(new GetStatus(null), NodeStatus.class).report();
    }
  }

  private static void pay(DevnetNode node, Transaction payment) {
    try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
      wallet.ask(new TransactionBroadcast(payment, null), TransactionAccepted.class);
    }
  }

  private static void awaitHeight(DevnetNode node, long height) {
    await()
        .atMost(TestWallet.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(status(node).height()).isGreaterThanOrEqualTo(height));
  }

  private void forget(int node) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("node-" + (node + 1)))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aMasternodeWithoutAPastJoinsByACheckpointAndVotes() throws Exception {
    Devnet.Settings settings =
        new Devnet.Settings(
            4,
            0,
            folder,
            3,
            false,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Map.of("settle-blocks", "1", "checkpoint-blocks", "2"),
            Wiring.DIRECT);
    try (Devnet devnet = Devnet.create(settings)) {
      devnet.start(_ -> {});
      devnet.killNode(LATE);
      forget(LATE); // before it has ever voted: it never lived
      TestPayments payments = new TestPayments(devnet);
      DevnetNode first = devnet.nodes().getFirst();
      for (int height = 1; height <= 5; height++) {
        pay(first, payments.spend(height));
        awaitHeight(first, height);
      }
      devnet.startNode(LATE);
      DevnetNode late = devnet.nodes().get(LATE);
      awaitHeight(late, 5);
      assertThat(status(late).chain().stateHash()).isEqualTo(status(first).chain().stateHash());
      assertThat(blocks(late, 1)).as("it never fetched the first block").isEmpty();
      assertThat(blocks(first, 1)).isNotEmpty();

      Transaction payment = payments.spend(9);
      pay(late, payment);
      await()
          .atMost(TestWallet.PATIENCE)
          .untilAsserted(() -> assertThat(isFinal(late, payment)).isTrue());
      StatusReport.Participation seat =
          status(late).participation().stream()
              .filter(member -> member.publicKey().equals(status(late).publicKey()))
              .findFirst()
              .orElseThrow();
      assertThat(seat.prepares()).as("it votes").isPositive();
    }
    try (Devnet again = Devnet.create(settings)) {
      again.start(_ -> {});
      awaitHeight(again.nodes().get(LATE), 5);
    }
  }

  private static List<?> blocks(DevnetNode node, long from) {
    try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
      return wallet
          .ask(new GetBlocks(new BlockSelector.From(from), 1, null), Blocks.class)
          .blocks();
    }
  }

  private static boolean isFinal(DevnetNode node, Transaction payment) {
    try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
      return wallet
          .ask(new GetTransactions(List.of(payment.txid()), null), Transactions.class)
          .transactions()
          .stream()
          .anyMatch(record -> record.phase().isFinal());
    }
  }
}
