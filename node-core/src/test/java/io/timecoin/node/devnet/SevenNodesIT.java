package io.timecoin.node.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.NetworkMessage.Admin;
import io.timecoin.node.protocol.NetworkMessage.AdminResult;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.NodeStatus;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.Transactions;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateQuery;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateResponse;
import io.timecoin.node.protocol.NetworkMessage.UtxoSubscribe;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven whole masternodes over real TCP, seen by wallets over real WebSockets. */
final class SevenNodesIT {
  /** Conflicting payments; the long loop is run with -Dconflicts=1000. */
  private static final int CONFLICTS = Integer.getInteger("conflicts", 6);

  private static final List<Devnet.NodeProgress> PROGRESS = new CopyOnWriteArrayList<>();

  @TempDir private static Path folder;
  private static Devnet devnet;
  private static TestPayments payments;

  @BeforeAll
  static void start() throws Exception {
    Devnet.Settings demo = Devnet.Settings.demo(folder);
    devnet =
        Devnet.create(
            new Devnet.Settings(
                demo.nodes(),
                0,
                folder,
                3 + CONFLICTS / DevnetGenesis.OUTPUTS.size() + 1,
                false,
                demo.blockInterval(),
                demo.lockLease()));
    payments = new TestPayments(devnet);
    devnet.start(PROGRESS::add);
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static TestWallet wallet(int node) {
    return new TestWallet(devnet.nodes().get(node).webSocketUri());
  }

  private static UtxoState state(int node, Transaction payment) {
    try (TestWallet wallet = wallet(node)) {
      return wallet
          .ask(new UtxoStateQuery(payment.spends(), null), UtxoStateResponse.class)
          .states()
          .getFirst()
          .state();
    }
  }

  private static TransactionPhase phase(int node, Txid txid) {
    try (TestWallet wallet = wallet(node)) {
      Transactions answer =
          wallet.ask(new GetTransactions(List.of(txid), null), Transactions.class);
      return answer.transactions().isEmpty() ? null : answer.transactions().getFirst().phase();
    }
  }

  private static boolean isFinal(int node, Txid txid) {
    TransactionPhase phase = phase(node, txid);
    return phase != null && phase.isFinal();
  }

  private static void awaitFinalOn(int node, Txid txid) {
    await()
        .atMost(TestWallet.PATIENCE)
        .untilAsserted(() -> assertThat(isFinal(node, txid)).isTrue());
  }

  @Test
  void everyNodeSaysHowFarItIs() {
    for (DevnetNode node : devnet.nodes()) {
      assertThat(PROGRESS.stream().filter(news -> news.index() == node.index()))
          .extracting(Devnet.NodeProgress::stage)
          .startsWith(
              Devnet.Stage.STARTING,
              Devnet.Stage.LISTENING,
              Devnet.Stage.CONNECTED,
              Devnet.Stage.READY);
    }
  }

  @Test
  void theOperatorSeesTheOthersByNameWithVersionAndHeight() throws Exception {
    String token = Files.readString(NodeConfig.Files.in(devnet.nodeFolder(0)).adminToken()).strip();
    try (TestWallet wallet = wallet(0)) {
      await()
          .atMost(TestWallet.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          wallet
                              .ask(new Admin(token, "peers", Map.of(), "p"), AdminResult.class)
                              .rows())
                      .hasSize(6)
                      .allSatisfy(row -> assertThat(row).containsEntry("version", "1"))
                      .allSatisfy(row -> assertThat(row.get("name")).startsWith("Node "))
                      .anySatisfy(row -> assertThat(row.get("height")).matches("[1-9][0-9]*")));
    }
  }

  @Test
  void eachWalletHasAThousandTimeInTenOutputs() {
    try (TestWallet wallet = wallet(3)) {
      for (Devnet.FundedWallet funded : devnet.wallets()) {
        SubscriptionConfirmed confirmed =
            wallet.ask(
                new UtxoSubscribe(List.of(), List.of(funded.address()), funded.name(), null),
                SubscriptionConfirmed.class);
        if (devnet.wallets().indexOf(funded) > 2) { // other tests spend from the first three
          assertThat(confirmed.utxos()).hasSize(10);
          assertThat(confirmed.utxos().stream().mapToLong(utxo -> utxo.amount().units()).sum())
              .isEqualTo(100_000_000_000L);
        }
      }
    }
  }

  @Test
  void paymentWalksAllStatesInOrderAndIsProvenOnEveryNode() {
    Transaction payment = payments.spend(0);
    Address payer = devnet.wallets().getFirst().address();
    try (TestWallet wallet = wallet(0)) {
      wallet.ask(
          new UtxoSubscribe(List.of(), List.of(payer), "watch", null), SubscriptionConfirmed.class);
      wallet.ask(new TransactionBroadcast(payment, "pay"), TransactionAccepted.class);
      wallet.awaitOne(
          UtxoStateNotification.class,
          n -> n.notification().newState() instanceof UtxoState.SpentFinalized);
      assertWalk(
          wallet
              .received(UtxoStateNotification.class)
              .filter(n -> n.notification().outpoint().equals(payments.outPoint(0)))
              .map(UtxoStateNotification::notification)
              .toList());
      assertThat(wallet.received(UtxoStateNotification.class).map(UtxoStateNotification::seq))
          .isSorted()
          .doesNotHaveDuplicates()
          .startsWith(1L);
    }
    for (int node = 0; node < devnet.nodes().size(); node++) {
      awaitFinalOn(node, payment.txid());
      assertThat(state(node, payment)).isInstanceOf(UtxoState.SpentFinalized.class);
      assertProven(node, payment);
    }
  }

  private static void assertWalk(List<StateChange> walk) {
    List<UtxoState> states = new ArrayList<>(List.of(UtxoState.UNSPENT));
    int votes = 0;
    for (StateChange change : walk) {
      assertThat(change.oldState()).as("no change is skipped").isEqualTo(states.getLast());
      states.add(change.newState());
      if (change.newState() instanceof UtxoState.SpentPending pending) {
        assertThat(pending.votes()).isGreaterThan(votes);
        assertThat(pending.totalNodes()).isEqualTo(7);
        votes = pending.votes();
      }
    }
    assertThat(states.stream().<Class<?>>map(UtxoState::getClass).distinct())
        .containsExactly(
            UtxoState.Unspent.class,
            UtxoState.Locked.class,
            UtxoState.SpentPending.class,
            UtxoState.SpentFinalized.class);
    assertThat(((UtxoState.SpentFinalized) states.getLast()).votes()).isBetween(5, 7);
  }

  private static void assertProven(int node, Transaction payment) {
    try (TestWallet wallet = wallet(node)) {
      VoteCertificate.Finality proof =
          wallet
              .ask(new GetTransactions(List.of(payment.txid()), null), Transactions.class)
              .transactions()
              .getFirst()
              .certificate();
      assertThat(
              new CertificateVerifier(devnet.genesis().hash(), devnet.genesis().masternodes())
                  .check(proof))
          .isEmpty();
    }
  }

  @Test
  void twoOfSevenMayStopAndThreeMakeItWaitUntilOneIsBack() throws Exception {
    devnet.stopNode(6);
    devnet.stopNode(5);
    try (TestWallet wallet = wallet(1)) {
      Transaction first = payments.spend(1);
      wallet.ask(new TransactionBroadcast(first, null), TransactionAccepted.class);
      awaitFinalOn(1, first.txid());

      devnet.stopNode(4);
      Transaction second = payments.spend(2);
      wallet.ask(new TransactionBroadcast(second, null), TransactionAccepted.class);
      TransactionStatus waiting =
          wallet.awaitOne(
              TransactionStatus.class,
              status -> status.txid().equals(second.txid()) && status.approvals() == 4);
      assertThat(waiting.phase()).isEqualTo(TransactionPhase.PREPARING);
      assertThat(waiting.waiting()).isNotNull();
      assertThat(waiting.waiting().cause()).isEqualTo(WaitingReason.Cause.QUORUM);
      assertThat(waiting.waiting().missing())
          .containsExactlyInAnyOrder(
              devnet.nodes().get(4).publicKey(),
              devnet.nodes().get(5).publicKey(),
              devnet.nodes().get(6).publicKey());
      await()
          .atMost(TestWallet.PATIENCE)
          .untilAsserted(() -> assertWaitsFor(second.txid(), wallet));

      devnet.startNode(4);
      awaitFinalOn(1, second.txid());
      devnet.startNode(5);
      devnet.startNode(6);
      for (int node = 0; node < devnet.nodes().size(); node++) {
        awaitFinalOn(node, first.txid());
        awaitFinalOn(node, second.txid());
      }
    }
  }

  private static void assertWaitsFor(Txid txid, TestWallet wallet) {
    StatusReport report = wallet.ask(new GetStatus(null), NodeStatus.class).report();
    assertThat(report.waitingFor()).extracting(StatusReport.Waiting::txid).contains(txid);
    assertThat(report.masternodesOnline()).isEqualTo(4);
  }

  @Test
  void ofTwoConflictingPaymentsNeverBothBecomeFinal() {
    List<Transaction> pairs = new ArrayList<>();
    try (TestWallet left = wallet(0);
        TestWallet right = wallet(6)) {
      for (int i = 0; i < CONFLICTS; i++) {
        int output = payments.outputs() - 1 - i;
        Transaction one = payments.spend(output, devnet.wallets().get(0).address());
        Transaction other = payments.spend(output, devnet.wallets().get(1).address());
        left.send(new TransactionBroadcast(one, null));
        right.send(new TransactionBroadcast(other, null));
        pairs.addAll(List.of(one, other));
      }
      Transaction last = payments.spend(3);
      right.send(new TransactionBroadcast(last, null));
      awaitFinalOn(0, last.txid());
    }
    await()
        .during(Duration.ofSeconds(1))
        .atMost(TestWallet.PATIENCE)
        .untilAsserted(() -> assertNoPairFinal(pairs));
  }

  private static void assertNoPairFinal(List<Transaction> pairs) {
    for (int i = 0; i < pairs.size(); i += 2) {
      boolean first = finalAnywhere(pairs.get(i).txid());
      assertThat(first && finalAnywhere(pairs.get(i + 1).txid())).isFalse();
    }
  }

  private static boolean finalAnywhere(Txid txid) {
    return devnet.nodes().stream().anyMatch(node -> isFinal(node.index(), txid));
  }
}
