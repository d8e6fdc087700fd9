package io.timecoin.app.vm.transaction;

import static io.timecoin.app.state.Messages.change;
import static io.timecoin.app.state.Messages.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.SeatView;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.TrackView;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayModelTest {

  private static final Txid TXID = payment().txid();
  private static final UtxoState LOCKED = new UtxoState.Locked(TXID, 1);
  private static final UtxoState PENDING = new UtxoState.SpentPending(TXID, 3, 7, 1);
  private static final UtxoState FINALIZED = new UtxoState.SpentFinalized(TXID, 1, 5);

  private final TransactionModel model =
      new TransactionModel(TXID.toString(), Told.NAMES, new NoProofs());
  private final Told told =
      new Told()
          .heard(Told.report(0, 1), 500)
          .heard(Messages.snapshot(1, 2), 500)
          .event(new SessionEvent.Submitted(payment()), 1_000);

  private static final class NoProofs implements ProofPort {
    @Override
    public String json(Transaction transaction) {
      return "";
    }

    @Override
    public String json(VoteCertificate.Finality certificate) {
      return "";
    }

    @Override
    public void export(String suggestedName, String text, Consumer<Exported> done) {
      done.accept(new Exported.Cancelled());
    }
  }

  /** Five prepare at 2, five commit at 5 and it is final at 6 milliseconds; a block at 900. */
  private ReplayModel recorded() {
    told.heard(change(1, 0, UtxoState.UNSPENT, LOCKED), 2_000)
        .heard(votes(TransactionPhase.PREPARING, 5, 0), 3_000)
        .heard(change(2, 0, LOCKED, PENDING), 3_000)
        .heard(votes(TransactionPhase.COMMITTING, 5, 5), 6_000)
        .heard(change(3, 0, PENDING, FINALIZED), 7_000)
        .heard(votes(TransactionPhase.FINAL, 5, 5), 7_000)
        .heard(change(4, 0, FINALIZED, new UtxoState.Confirmed(TXID, 1, 9)), 901_000);
    model.show(told.state(), 902_000);
    return model.replay().orElseThrow();
  }

  private static NetworkMessage.TransactionStatus votes(
      TransactionPhase phase, int prepares, int commits) {
    List<Seat> seats =
        IntStream.rangeClosed(1, 7)
            .mapToObj(
                i ->
                    new Seat(
                        new PublicKey((long) i << 56, 0, 0, 0),
                        i <= prepares ? when(2) : null,
                        i <= commits ? when(5) : null,
                        false))
            .toList();
    return new NetworkMessage.TransactionStatus(
        TXID, phase, prepares, 0, commits, 5, 7, seats, null, null);
  }

  private static @Nullable Long when(long millis) {
    return millis;
  }

  @Test
  void nothingIsReplayedBeforeThePaymentIsFinal() {
    model.show(told.state(), 1_500);
    assertThat(model.replayableProperty().get()).isFalse();
    recorded();
    assertThat(model.replayableProperty().get()).isTrue();
  }

  @Test
  void paymentWithoutRecordedVotesHasNoReplay() {
    told.heard(change(1, 0, UtxoState.UNSPENT, LOCKED), 2_000)
        .heard(Messages.status(TXID, TransactionPhase.FINAL, 5, 5), 7_000);
    model.show(told.state(), 8_000);
    assertThat(model.replay()).isEmpty();
  }

  @Test
  void momentsAreThoseThatWereRecordedAndTheBlockIsNotWaitedFor() {
    assertThat(recorded().moments()).containsExactly(0.0, 1.0, 2.0, 5.0, 6.0);
  }

  @Test
  void pictureIsThePaymentAsItStood() {
    ReplayModel replay = recorded();
    PaymentView begin = replay.pictureProperty().get();
    assertThat(begin.votes().approvals()).isZero();
    assertThat(begin.tracks().getFirst().current()).isEqualTo(StateKind.UNSPENT);

    replay.positionProperty().set(2.5);
    PaymentView voting = replay.pictureProperty().get();
    assertThat(voting.kind()).isEqualTo(StateKind.SPENT_PENDING);
    assertThat(voting.votes().approvals()).isEqualTo(5);
    assertThat(voting.votes().commits()).isZero();
    assertThat(voting.votes().seats())
        .filteredOn(seat -> seat.kind() == SeatView.Kind.PREPARED)
        .hasSize(5);
    assertThat(voting.votes().isFinal()).isFalse();

    replay.positionProperty().set(6);
    PaymentView end = replay.pictureProperty().get();
    assertThat(end.votes().isFinal()).isTrue();
    assertThat(end.votes().commits()).isEqualTo(5);
    assertThat(end.tracks().getFirst().steps())
        .extracting(TrackView.Step::kind)
        .endsWith(StateKind.SPENT_FINALIZED);
  }

  @Test
  void timePassesAsManyTimesSlower() {
    ReplayModel replay = recorded();
    replay.pass(1_000);
    assertThat(replay.positionProperty().get()).as("it stands still").isZero();
    replay.toggle();
    replay.pass(200);
    assertThat(replay.positionProperty().get()).isCloseTo(1, within(1e-9));
    replay.slowerProperty().set(1_000);
    replay.pass(1_000);
    assertThat(replay.positionProperty().get()).isCloseTo(2, within(1e-9));
    replay.pass(1_000_000);
    assertThat(replay.positionProperty().get()).isEqualTo(6);
    assertThat(replay.playingProperty().get()).as("stops at the end").isFalse();
    replay.toggle();
    assertThat(replay.positionProperty().get()).as("and begins anew").isZero();
  }

  @Test
  void stepsGoFromEventToEvent() {
    ReplayModel replay = recorded();
    replay.next();
    replay.next();
    assertThat(replay.positionProperty().get()).isEqualTo(2);
    replay.previous();
    assertThat(replay.positionProperty().get()).isEqualTo(1);
    for (int i = 0; i < 9; i++) {
      replay.next();
    }
    assertThat(replay.positionProperty().get()).isEqualTo(6);
  }
}
