package io.timecoin.node.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.Transactions;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of seven real nodes made slow and cut, and working again afterwards. */
final class FaultsIT {
  private static final int NODES = 7;

  @TempDir private static Path folder;
  private static Devnet devnet;
  private static TestPayments payments;

  @BeforeAll
  static void start() throws Exception {
    devnet = Devnet.create(Devnet.Settings.demo(folder));
    payments = new TestPayments(devnet);
    devnet.start(_ -> {});
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  @AfterEach
  void heal() {
    devnet.faults().healAll();
    awaitOnline(0, NODES);
  }

  private static TestWallet wallet(int node) {
    return new TestWallet(devnet.nodes().get(node).webSocketUri());
  }

  private static void awaitOnline(int node, int count) {
    try (TestWallet wallet = wallet(node)) {
      await()
          .atMost(TestWallet.PATIENCE)
          .until(
              () ->
                  wallet.ask(new GetStatus(null), NodeStatus.class).report().masternodesOnline()
                      == count);
    }
  }

  private static boolean isFinal(int node, Txid txid) {
    try (TestWallet wallet = wallet(node)) {
      Transactions found = wallet.ask(new GetTransactions(List.of(txid), null), Transactions.class);
      return found.transactions().stream().anyMatch(record -> record.phase().isFinal());
    }
  }

  private static void awaitFinal(int node, Transaction payment) {
    await().atMost(TestWallet.PATIENCE).until(() -> isFinal(node, payment.txid()));
  }

  @Test
  void slowLinksMakeThreeTripsAsSlow() {
    devnet.faults().delay(Duration.ofMillis(300));
    try (TestWallet wallet = wallet(0)) {
      Transaction payment = payments.spend(0);
      long begun = System.nanoTime();
      wallet.ask(new TransactionBroadcast(payment, null), TransactionAccepted.class);
      wallet.awaitOne(
          TransactionStatus.class,
          status -> status.txid().equals(payment.txid()) && status.phase().isFinal());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(ms(600), ms(5_000));
    }
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void minorityWaitsAndTheMajorityGoesOnUntilTheyMeetAgain() {
    devnet.faults().partition(Set.of(0, 1, 2));
    awaitOnline(0, 3);
    awaitOnline(6, 4);
    Transaction lonely = payments.spend(1);
    try (TestWallet few = wallet(0)) {
      few.ask(new TransactionBroadcast(lonely, null), TransactionAccepted.class);
      TransactionStatus waits =
          few.awaitOne(
              TransactionStatus.class,
              status -> status.txid().equals(lonely.txid()) && status.approvals() == 3);
      assertThat(waits.waiting()).isNotNull();
      assertThat(waits.waiting().cause()).isEqualTo(WaitingReason.Cause.QUORUM);
      assertThat(waits.waiting().missing()).hasSize(4);
    }
    devnet.faults().partition(Set.of(0, 1));
    awaitOnline(6, 5);
    awaitFinal(6, lonely);
    assertThat(isFinal(0, lonely.txid())).isFalse();

    devnet.faults().healAll();
    awaitFinal(0, lonely);
  }

  @Test
  void nodeStartedWhileTheNetworkIsSplitJoinsItsSideOnly() throws Exception {
    devnet.stopNode(6);
    devnet.faults().partition(Set.of(6));
    awaitOnline(0, 6);
    devnet.startNode(6);
    awaitOnline(6, 1);
    assertThat(devnet.faults().links().cutBetween(0, 6)).isTrue();
    devnet.faults().healAll();
    awaitOnline(6, NODES);
  }

  @Test
  void nodeOfAClosedNetworkIsNeverStarted(@TempDir Path other) throws Exception {
    Devnet closed = Devnet.create(Devnet.Settings.demo(other));
    closed.close();
    assertThatThrownBy(() -> closed.startNode(0)).isInstanceOf(NodeStartException.class);
    assertThat(closed.nodes().getFirst().running()).isFalse();
  }
}
