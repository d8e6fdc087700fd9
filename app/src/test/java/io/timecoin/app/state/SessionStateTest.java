package io.timecoin.app.state;

import static io.timecoin.app.state.Messages.change;
import static io.timecoin.app.state.Messages.out;
import static io.timecoin.app.state.Messages.payment;
import static io.timecoin.app.state.Messages.snapshot;
import static io.timecoin.app.state.Messages.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.NetworkState.Link;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.utxo.UtxoState;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionStateTest {

  private static final Txid TXID = payment().txid();
  private static final UtxoState LOCKED = new UtxoState.Locked(TXID, 1);
  private static final UtxoState FINALIZED = new UtxoState.SpentFinalized(TXID, 2, 5);

  private SessionState state = SessionState.start(Set.of(Messages.ME));

  private static UtxoState pending(int votes) {
    return new UtxoState.SpentPending(TXID, votes, 7, 1);
  }

  private void hear(NetworkMessage message, long now) {
    state = state.after(new SessionEvent.Received(message), now);
  }

  private Utxo utxo(int number) {
    Utxo utxo = state.wallet().utxos().get(out(number));
    assertThat(utxo).isNotNull();
    return utxo;
  }

  private WalletTransaction transaction() {
    WalletTransaction transaction = state.wallet().transactions().get(TXID);
    assertThat(transaction).isNotNull();
    return transaction;
  }

  private void payAndFinish() {
    hear(snapshot(1, 2), 100);
    state = state.after(new SessionEvent.Submitted(payment()), 1_000);
    hear(new NetworkMessage.TransactionAccepted(TXID, null), 1_200);
    hear(change(1, 0, UtxoState.UNSPENT, LOCKED), 1_500);
    hear(change(2, 0, LOCKED, pending(1)), 1_700);
    hear(change(3, 0, pending(1), pending(2)), 1_900);
    hear(change(4, 0, pending(2), FINALIZED), 3_000);
  }

  @Test
  void snapshotBecomesTheBalance() {
    hear(snapshot(1, 3), 100);
    assertThat(state.wallet().balance().total()).isEqualTo(Amount.ofTime(6));
    assertThat(state.wallet().balance().available()).isEqualTo(Amount.ofTime(6).units());
  }

  @Test
  void moneyOnItsWayOutIsLockedThenPendingThenGone() {
    hear(snapshot(1, 2), 100);
    hear(change(1, 0, UtxoState.UNSPENT, LOCKED), 200);
    assertThat(state.wallet().balance())
        .isEqualTo(new Balance(Amount.ofTime(2).units(), Amount.ofTime(1).units(), 0));
    hear(change(2, 0, LOCKED, pending(1)), 300);
    assertThat(state.wallet().balance())
        .isEqualTo(new Balance(Amount.ofTime(2).units(), 0, Amount.ofTime(1).units()));
    hear(change(3, 0, pending(1), FINALIZED), 400);
    assertThat(state.wallet().balance()).isEqualTo(new Balance(Amount.ofTime(2).units(), 0, 0));
  }

  @Test
  void everyStationIsStampedOnce() {
    payAndFinish();
    assertThat(utxo(0).times())
        .isEqualTo(new StageTimes(StageTimes.NEVER, 1_500, 1_700, 3_000, StageTimes.NEVER));
  }

  @Test
  void paymentIsFinalWhenItsInputIs() {
    payAndFinish();
    assertThat(transaction().standing()).isEqualTo(Standing.FINAL);
    assertThat(transaction().finalAt() - transaction().submittedAt()).isEqualTo(2_000);
    hear(status(TXID, TransactionPhase.COMMITTING, 7, 4), 3_100);
    assertThat(transaction().standing()).isEqualTo(Standing.FINAL);
    hear(status(TXID, TransactionPhase.FINAL, 7, 6), 3_200);
    assertThat(transaction().finalAt()).isEqualTo(3_000);
    assertThat(transaction().tally().commits()).isEqualTo(6);
  }

  @Test
  void releasedOutputIsWholeAgain() {
    hear(snapshot(1, 1), 100);
    hear(change(1, 0, UtxoState.UNSPENT, LOCKED), 200);
    hear(change(2, 0, LOCKED, UtxoState.UNSPENT), 300);
    assertThat(utxo(0).times().locked()).isEqualTo(StageTimes.NEVER);
    assertThat(state.wallet().balance().available()).isEqualTo(Amount.ofTime(1).units());
  }

  @Test
  void newOutputAppears() {
    hear(snapshot(1, 1), 100);
    hear(change(1, 9, UtxoState.UNSPENT, UtxoState.UNSPENT), 200);
    assertThat(utxo(9).amount()).isEqualTo(Amount.ofTime(10));
    assertThat(state.wallet().balance().total()).isEqualTo(Amount.ofTime(11));
  }

  @Test
  void refusedPaymentSaysWhy() {
    state = state.after(new SessionEvent.Submitted(payment()), 100);
    hear(
        new NetworkMessage.Error(
            ErrorCode.FEE_TOO_LOW, "fee is 10 units", RequestIds.broadcast(TXID)),
        200);
    assertThat(transaction().standing()).isEqualTo(Standing.REFUSED);
    assertThat(transaction().refusal())
        .isEqualTo(new WalletTransaction.Refusal("fee_too_low", "fee is 10 units"));
  }

  @Test
  void errorOfAnotherRequestLeavesPaymentsAlone() {
    state = state.after(new SessionEvent.Submitted(payment()), 100);
    hear(new NetworkMessage.Error(ErrorCode.MALFORMED, "no", null), 200);
    hear(new NetworkMessage.Error(ErrorCode.MALFORMED, "no", "broadcast-x"), 200);
    assertThat(transaction().standing()).isEqualTo(Standing.SUBMITTED);
  }

  @Test
  void freshSnapshotDropsWhatIsGoneAndKeepsStampsOfWhatIsThere() {
    payAndFinish();
    hear(snapshot(5, 1), 9_000);
    assertThat(state.wallet().utxos().contains(out(1))).isFalse();
    assertThat(state.wallet().balance().total()).isEqualTo(Amount.ofTime(1));
  }

  @Test
  void feedKeepsTheLatestTransitionsInOrder() {
    hear(snapshot(1, 1), 100);
    for (int i = 1; i <= 2 * WalletState.FEED_MAX; i++) {
      hear(change(i, i, UtxoState.UNSPENT, UtxoState.UNSPENT), i);
    }
    assertThat(state.wallet().feed()).hasSize(WalletState.FEED_MAX);
    assertThat(state.wallet().feed().getLast().number()).isEqualTo(2 * WalletState.FEED_MAX);
  }

  @Test
  void spentPastIsBounded() {
    for (int i = 0; i < WalletState.SPENT_MAX + 2; i++) {
      hear(change(i, i, UtxoState.UNSPENT, FINALIZED), i);
    }
    assertThat(state.wallet().spent()).isLessThan(WalletState.SPENT_MAX);
    assertThat(state.wallet().utxos().size()).isEqualTo(state.wallet().spent());
    assertThat(state.wallet().utxos().contains(out(0))).isFalse();
    assertThat(state.wallet().utxos().contains(out(WalletState.SPENT_MAX))).isTrue();
  }

  @Test
  void lostConnectionKeepsWhatWasKnown() {
    hear(snapshot(1, 3), 100);
    state = state.after(new SessionEvent.Disconnected("connection refused", 900), 200);
    assertThat(state.network().link()).isEqualTo(Link.LOST);
    assertThat(state.network().reason()).isEqualTo("connection refused");
    assertThat(state.network().heardAt()).isEqualTo(100);
    assertThat(state.wallet().balance().total()).isEqualTo(Amount.ofTime(6));
  }

  @Test
  void balanceIsTheFoldOfTheOutputs() {
    payAndFinish();
    hear(change(5, 5, UtxoState.UNSPENT, LOCKED), 4_000);
    assertThat(state.wallet().balance()).isEqualTo(Balance.of(state.wallet().utxos().values()));
  }
}
