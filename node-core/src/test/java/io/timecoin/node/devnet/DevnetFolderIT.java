package io.timecoin.node.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.Transactions;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.Transaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are stopped, killed, opened again, or cannot start. */
final class DevnetFolderIT {
  @TempDir Path folder;

  private Devnet.Settings settings(int nodes, int basePort, boolean processes) {
    return new Devnet.Settings(
        nodes, basePort, folder, 3, processes, Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  private static Transaction pay(Devnet devnet, int node, int output) {
    Transaction payment = new TestPayments(devnet).spend(output);
    try (TestWallet wallet = new TestWallet(devnet.nodes().get(node).webSocketUri())) {
      wallet.ask(new TransactionBroadcast(payment, null), TransactionAccepted.class);
    }
    return payment;
  }

  private static void awaitFinalEverywhere(Devnet devnet, Transaction payment) {
    for (DevnetNode node : devnet.nodes()) {
      try (TestWallet wallet = new TestWallet(node.webSocketUri())) {
        GetTransactions question = new GetTransactions(List.of(payment.txid()), null);
        await()
            .atMost(TestWallet.PATIENCE)
            .until(
                () ->
                    wallet.ask(question, Transactions.class).transactions().stream()
                        .anyMatch(record -> record.phase().isFinal()));
      }
    }
  }

  @Test
  void aNetworkThatIsOpenedAgainGoesOnWhereItEnded() throws Exception {
    Hash256 genesis;
    Transaction payment;
    try (Devnet devnet = Devnet.create(settings(4, 0, false))) {
      genesis = devnet.genesis().hash();
      devnet.start(_ -> {});
      payment = pay(devnet, 0, 0);
      awaitFinalEverywhere(devnet, payment);
    }
    try (Devnet devnet = Devnet.create(settings(4, 0, false))) {
      assertThat(devnet.genesis().hash()).isEqualTo(genesis);
      devnet.start(_ -> {});
      awaitFinalEverywhere(devnet, payment);
      awaitFinalEverywhere(devnet, pay(devnet, 3, 1));
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Devnet.create(settings(7, 0, false)))
        .withMessageContaining("holds a network of 4 nodes, not 7");
  }

  @Test
  void nodesInProcessesOfTheirOwnSurviveKillsAndEndInOrder() throws Exception {
    List<ProcessHandle> children;
    try (Devnet devnet = Devnet.create(settings(4, 0, true))) {
      devnet.start(_ -> {});
      children = ProcessHandle.current().children().toList();
      assertThat(children).hasSizeGreaterThanOrEqualTo(4);
      Transaction payment = pay(devnet, 3, 0);
      devnet.killNode(3);
      assertThat(devnet.nodes().get(3).running()).isFalse();
      Transaction without = pay(devnet, 0, 1);
      devnet.startNode(3);
      awaitFinalEverywhere(devnet, payment);
      awaitFinalEverywhere(devnet, without);
    }
    await().untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void aPortInUseIsSaidOfTheNodeWithItsRemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Devnet.NodeProgress> news = Collections.synchronizedList(new ArrayList<>());
      int base = taken.getLocalPort() - 2;
      try (Devnet devnet = Devnet.create(settings(1, base, false))) {
        assertThatExceptionOfType(NodeStartException.class)
            .isThrownBy(() -> devnet.start(news::add))
            .withMessageStartingWith("Node 1: ")
            .withMessageContaining(String.valueOf(taken.getLocalPort()))
            .satisfies(e -> assertThat(e.remedy()).contains("another address"));
      }
      assertThat(news.getLast().stage()).isEqualTo(Devnet.Stage.FAILED);
      assertThat(news.getLast().remedy()).isNotBlank();
    }
  }
}
