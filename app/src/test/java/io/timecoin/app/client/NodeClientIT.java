package io.timecoin.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.app.state.NetworkState.Link;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Standing;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.state.WalletTransaction.Proof;
import io.timecoin.app.wallet.CoinPool;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.app.wallet.PaymentDraft;
import io.timecoin.app.wallet.PaymentPlan;
import io.timecoin.app.wallet.Recipient;
import io.timecoin.app.wallet.Wallet;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.tx.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against real masternodes. */
class NodeClientIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private Devnet network;
  private Wallet wallet;
  private NodeClient client;
  private final AtomicReference<SessionState> state = new AtomicReference<>();

  @BeforeEach
  void startNetwork() throws Exception {
    network =
        Devnet.create(
            new Devnet.Settings(
                4, 0, folder, 3, false, Duration.ofSeconds(10), Duration.ofSeconds(5)));
    network.start(_ -> {});
    wallet = Wallet.of(network.genesis().network(), network.wallets().getFirst().key());
    CertificateVerifier verifier =
        new CertificateVerifier(network.genesis().hash(), network.genesis().masternodes());
    SessionState start = SessionState.start(Set.of(wallet.address()));
    state.set(start);
    client =
        new NodeClient(
            ClientSettings.standard(network.nodes().getFirst().webSocketUri(), "test"),
            new MessageCodec(),
            Session.proving(start, c -> verifier.check(c).isEmpty(), state::set),
            new MicroClock(Clock.systemUTC()));
    client.watch(Watched.of(Set.of(wallet.address())));
    client.start();
    await().atMost(PATIENCE).until(() -> total().equals(Amount.ofTime(1000)));
  }

  @AfterEach
  void stopNetwork() {
    client.close();
    network.close();
  }

  private Amount total() {
    return state.get().wallet().balance().total();
  }

  private Transaction pay(long time) {
    List<OwnCoin> coins =
        state.get().wallet().utxos().values().stream()
            .filter(utxo -> !utxo.stage().isSpent() && !isBeingSpent(utxo.outPoint()))
            .map(utxo -> new OwnCoin(utxo.outPoint(), utxo.amount(), utxo.address()))
            .toList();
    Recipient carol = new Recipient(network.wallets().get(2).address(), Amount.ofTime(time));
    Amount fee = network.genesis().minFee();
    PaymentPlan plan =
        PaymentPlan.of(
            CoinPool.of(coins), PaymentDraft.of(List.of(carol), fee, wallet.address()), fee);
    Transaction transaction =
        wallet.sign(
            network.genesis().hash(),
            ((PaymentPlan.Ready) plan).payment(),
            Instant.now().getEpochSecond());
    client.pay(transaction);
    await().atMost(PATIENCE).until(() -> known(transaction.txid()) != null);
    return transaction;
  }

  private WalletTransaction known(Txid txid) {
    return state.get().wallet().transactions().get(txid);
  }

  private boolean isBeingSpent(OutPoint coin) {
    return state.get().wallet().transactions().values().stream()
        .anyMatch(known -> known.body() != null && known.body().spends().contains(coin));
  }

  private void awaitProven(Transaction transaction) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              WalletTransaction seen = known(transaction.txid());
              assertThat(seen).isNotNull();
              assertThat(seen.standing()).isEqualTo(Standing.FINAL);
              assertThat(seen.proof()).isEqualTo(Proof.VALID);
            });
  }

  @Test
  void paymentBecomesFinalAndItsProofHolds() {
    awaitProven(pay(25));
    await()
        .atMost(PATIENCE)
        .until(() -> total().equals(Amount.ofTime(975).minus(network.genesis().minFee())));
  }

  @Test
  void restartedNodeIsFoundAgainAndNothingIsLost() throws Exception {
    Transaction before = pay(5);
    awaitProven(before);
    network.stopNode(0);
    await().atMost(PATIENCE).until(() -> state.get().network().link() == Link.LOST);
    assertThat(total()).isGreaterThan(Amount.ofTime(900));
    network.startNode(0);
    await().atMost(PATIENCE).until(() -> state.get().network().link() == Link.LIVE);
    awaitProven(pay(7));
  }

  @Test
  void clientThatStaysAwayMissesNothingWhenItComesBack() throws Exception {
    Transaction underWay = pay(3);
    client.stayAway();
    await().atMost(PATIENCE).until(() -> state.get().network().link() == Link.LOST);
    Transaction meanwhile = pay(4);
    assertThat(state.get().network().nextTryAt()).isEqualTo(StageTimes.NEVER);
    client.comeBack();
    awaitProven(underWay);
    awaitProven(meanwhile);
    assertThat(state.get().network().link()).isEqualTo(Link.LIVE);
  }
}
