package io.timecoin.app.vm.trial;

import static io.timecoin.app.state.Messages.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Purses;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.trial.Contest.Verdict;
import io.timecoin.app.vm.trial.TrialPort.Problem;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.Payment;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialPaymentsTest {

  private static final Hash256 GENESIS = Hash256.of(new byte[Hash256.BYTES]);
  private static final Address ALICE =
      Hashes.addressOf(Network.DEVNET.addressVersion(), new PublicKey(9, 9, 9, 9));

  private final RecordingTrial port = new RecordingTrial();
  private final Purse purse = Purses.mine();
  private final List<Payment> paid = new ArrayList<>();
  private final List<Consumer<String>> signed = new ArrayList<>();
  private final TrialPayments payments =
      new TrialPayments(
          purse,
          new Names(List.of(new Contact("Alice", ALICE), new Contact("Bob", Messages.BOB))),
          Amount.ofUnits(1_000),
          (payment, done, _) -> {
            paid.add(payment);
            signed.add(done);
          },
          port);
  private final Told told = new Told().heard(snapshot(1, 4), 1);

  private void shown() {
    SessionState state = told.state();
    payments.show(state, 1);
  }

  private Transaction sign(Payment payment) {
    return ((Keyring.Signed) purse.keyring().sign(GENESIS, payment, 1)).transaction();
  }

  private Txid submit(Payment payment) {
    Transaction transaction = sign(payment);
    told.event(new SessionEvent.Submitted(transaction), 1_000);
    return transaction.txid();
  }

  @Test
  void oneTimeGoesToBob() {
    shown();
    payments.pay();
    assertThat(paid).hasSize(1);
    assertThat(paid.getFirst().recipients())
        .singleElement()
        .satisfies(
            recipient -> {
              assertThat(recipient.address()).isEqualTo(Messages.BOB);
              assertThat(recipient.amount()).isEqualTo(Amount.ofTime(1));
            });
  }

  @Test
  void nextPaymentWaitsUntilTheCoinsOfThisOneAreKnownToBeSpent() {
    shown();
    payments.pay();
    payments.pay();
    signed.getFirst().accept(sign(paid.getFirst()).txid().toString());
    payments.pay();
    assertThat(paid).hasSize(1);
    submit(paid.getFirst());
    shown();
    assertThat(payments.recentProperty().get()).hasSize(1);
    payments.pay();
    assertThat(paid).hasSize(2);
    assertThat(paid.get(1).inputs()).doesNotContainAnyElementsOf(paid.get(0).inputs());
  }

  @Test
  void nothingIsPaidWithoutAFreeCoin() {
    told.heard(snapshot(2, 1), 2);
    shown(); // one coin of 1 TIME does not pay the fee
    assertThat(payments.payableProperty().get()).isFalse();
    payments.pay();
    assertThat(paid).isEmpty();
  }

  @Test
  void bothPaymentsSpendTheSameCoinAndPayDifferentPeople() {
    shown();
    payments.payTwice();
    List<Payment> two = port.twice.getFirst();
    assertThat(two.get(0).inputs()).hasSize(1).isEqualTo(two.get(1).inputs());
    assertThat(two.get(0).recipients()).isNotEqualTo(two.get(1).recipients());
    assertThat(sign(two.get(0)).txid()).isNotEqualTo(sign(two.get(1)).txid());
  }

  @Test
  void failedAttemptSaysWhyAndCanBeRepeated() {
    shown();
    payments.payTwice();
    port.sent
        .getFirst()
        .accept(new TrialPort.Twice.Failed(new Problem(Problem.Kind.NO_ANSWER, "node-7")));
    assertThat(payments.problemProperty().get())
        .isEqualTo(new Problem(Problem.Kind.NO_ANSWER, "node-7"));
    payments.payTwice();
    assertThat(port.twice).hasSize(2);
    assertThat(payments.problemProperty().get()).isEqualTo(Problem.NONE);
  }

  private Contest contest(
      NetworkMessage.TransactionStatus one, NetworkMessage.TransactionStatus other) {
    told.heard(one, 2_000).heard(other, 2_000);
    shown();
    Contest contest = payments.contestProperty().get();
    assertThat(contest).isNotNull();
    return contest;
  }

  /** Both are submitted; their txids. */
  private List<Txid> cheat() {
    shown();
    payments.payTwice();
    List<Txid> both = port.twice.getFirst().stream().map(this::submit).toList();
    port.sent
        .getFirst()
        .accept(new TrialPort.Twice.Sent(both.get(0).toString(), both.get(1).toString()));
    return both;
  }

  private static NetworkMessage.TransactionStatus status(
      Txid txid, TransactionPhase phase, int from, int to, WaitingReason.Cause... cause) {
    List<Seat> seats =
        IntStream.range(0, 7)
            .mapToObj(i -> new Seat(key(i), i >= from && i < to ? 1L : null, null, false))
            .toList();
    WaitingReason why =
        cause.length == 0 ? null : new WaitingReason(cause[0], List.of(), List.of(), "");
    return new NetworkMessage.TransactionStatus(
        txid, phase, to - from, 0, 0, 5, 7, seats, why, null);
  }

  private static PublicKey key(int member) {
    return new PublicKey(member + 1, 0, 0, 0);
  }

  @Test
  void votesAreShownPerSideAndASplitIsSeen() {
    List<Txid> both = cheat();
    Contest voting =
        contest(
            status(both.get(0), TransactionPhase.PREPARING, 0, 2),
            status(both.get(1), TransactionPhase.PREPARING, 2, 3));
    assertThat(voting.verdict()).isEqualTo(Verdict.VOTING);
    Contest split =
        contest(
            status(both.get(0), TransactionPhase.PREPARING, 0, 4, WaitingReason.Cause.CONTESTED),
            status(both.get(1), TransactionPhase.PREPARING, 4, 7, WaitingReason.Cause.CONTESTED));
    assertThat(split.verdict()).isEqualTo(Verdict.SPLIT);
    assertThat(split.isOver()).isFalse();
    assertThat(Contest.voters(split.one())).hasSize(4);
    assertThat(Contest.voters(split.other())).hasSize(3);
  }

  @Test
  void oneIsFinalBecauseItHadTheVotesOrBecauseABlockReleasedTheOther() {
    List<Txid> both = cheat();
    Contest byVotes =
        contest(
            status(
                both.get(0), TransactionPhase.REJECTED, 0, 1, WaitingReason.Cause.CONFLICT_FINAL),
            status(both.get(1), TransactionPhase.FINAL, 1, 7));
    assertThat(byVotes.verdict()).isEqualTo(Verdict.DECIDED);
    assertThat(byVotes.winner().txid()).isEqualTo(both.get(1).toString());
    assertThat(byVotes.loser().txid()).isEqualTo(both.get(0).toString());
    assertThat(byVotes.isOver()).isTrue();
    Contest byBlock =
        contest(
            status(both.get(0), TransactionPhase.REJECTED, 0, 3, WaitingReason.Cause.RELEASED),
            status(both.get(1), TransactionPhase.FINAL, 0, 7));
    assertThat(byBlock.verdict()).isEqualTo(Verdict.DECIDED_BY_BLOCK);
  }

  @Test
  void bothReleasedMeansTheCoinIsFree() {
    List<Txid> both = cheat();
    Contest released =
        contest(
            status(both.get(0), TransactionPhase.REJECTED, 0, 4, WaitingReason.Cause.RELEASED),
            status(both.get(1), TransactionPhase.REJECTED, 4, 7, WaitingReason.Cause.RELEASED));
    assertThat(released.verdict()).isEqualTo(Verdict.RELEASED);
  }

  @Test
  void refusedHelpIsSaid() {
    payments.receive();
    assertThat(payments.problemProperty().get())
        .isEqualTo(new Problem(Problem.Kind.NO_COIN, "Alice"));
  }
}
