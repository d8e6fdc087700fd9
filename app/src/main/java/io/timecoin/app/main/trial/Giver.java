package io.timecoin.app.main.trial;

import io.timecoin.app.client.ClientSettings;
import io.timecoin.app.client.MicroClock;
import io.timecoin.app.client.NodeClient;
import io.timecoin.app.client.Session;
import io.timecoin.app.client.Watched;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Stage;
import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Standing;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.trial.TrialPort.Problem;
import io.timecoin.app.wallet.CoinPool;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.app.wallet.PaymentDraft;
import io.timecoin.app.wallet.PaymentPlan;
import io.timecoin.app.wallet.Recipient;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.tx.Transaction;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another wallet of the demo, which pays somebody at a node of its choice. */
record Giver(Genesis genesis, Devnet.FundedWallet wallet, Clock clock) {

  private static final long PATIENCE_SECONDS = 5;

  /** Why it could not pay. */
  static final class GiverException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem.Kind kind;

    GiverException(Problem.Kind kind) {
      super(kind.name());
      this.kind = kind;
    }

    Problem.Kind kind() {
      return kind;
    }
  }

  /** Pays, and returns when the node has it; blocks, five seconds at most. */
  Transaction pay(URI node, Address to, Amount amount) throws GiverException, InterruptedException {
    CompletableFuture<SessionState> coins = new CompletableFuture<>();
    CompletableFuture<SessionState> taken = new CompletableFuture<>();
    Set<Address> own = Set.of(wallet.address());
    Session session =
        Session.believing(SessionState.start(own), state -> look(state, coins, taken));
    try (NodeClient client =
        new NodeClient(
            ClientSettings.standard(node, wallet.name()),
            new MessageCodec(),
            session,
            new MicroClock(clock))) {
      client.watch(Watched.of(own));
      client.start();
      Transaction payment = sign(within(coins), to, amount);
      client.pay(payment);
      within(taken);
      return payment;
    }
  }

  private static void look(
      SessionState state,
      CompletableFuture<SessionState> coins,
      CompletableFuture<SessionState> taken) {
    if (state.wallet().balance().available() > 0) {
      coins.complete(state);
    }
    if (state.wallet().transactions().values().stream().anyMatch(Giver::isTaken)) {
      taken.complete(state);
    }
  }

  private static boolean isTaken(WalletTransaction payment) {
    return payment.submittedAt() != StageTimes.NEVER
        && payment.standing() != Standing.SUBMITTED
        && payment.standing() != Standing.REFUSED;
  }

  private SessionState within(CompletableFuture<SessionState> wanted)
      throws GiverException, InterruptedException {
    try {
      return wanted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new GiverException(Problem.Kind.NO_ANSWER);
    }
  }

  private Transaction sign(SessionState state, Address to, Amount amount) throws GiverException {
    Keyring keyring = Keyring.empty(genesis.network()).withKey(wallet.key());
    List<OwnCoin> coins =
        state.wallet().utxos().values().stream()
            .filter(utxo -> utxo.stage() == Stage.UNSPENT)
            .map(utxo -> new OwnCoin(utxo.outPoint(), utxo.amount(), utxo.address()))
            .toList();
    PaymentDraft draft =
        PaymentDraft.of(
            List.of(new Recipient(to, amount)), genesis.minFee(), keyring.changeAddress());
    if (PaymentPlan.of(CoinPool.of(coins), draft, genesis.minFee())
            instanceof PaymentPlan.Ready ready
        && keyring.sign(genesis.hash(), ready.payment(), clock.instant().getEpochSecond())
            instanceof Keyring.Signed signed) {
      return signed.transaction();
    }
    throw new GiverException(Problem.Kind.NO_COIN);
  }
}
