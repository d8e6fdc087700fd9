package io.timecoin.app.vm.transaction;

import static io.timecoin.app.state.Messages.change;
import static io.timecoin.app.state.Messages.payment;
import static io.timecoin.app.state.Messages.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.TrackView;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TransactionModelTest {

  private static final Txid TXID = payment().txid();
  private static final UtxoState LOCKED = new UtxoState.Locked(TXID, 1);
  private static final UtxoState PENDING = new UtxoState.SpentPending(TXID, 3, 7, 1);
  private static final UtxoState FINALIZED = new UtxoState.SpentFinalized(TXID, 1, 5);

  private final List<String> exported = new ArrayList<>();
  private final TransactionModel model =
      new TransactionModel(TXID.toString(), Told.NAMES, new RecordingPort());
  private final TransactionsModel list = new TransactionsModel(Told.NAMES);
  private final Told told =
      new Told()
          .heard(Told.report(0, 1), 500)
          .heard(Messages.snapshot(1, 2), 500)
          .event(new SessionEvent.Submitted(payment()), 1_000);

  private final class RecordingPort implements ProofPort {
    @Override
    public String json(Transaction transaction) {
      return "transaction " + transaction.txid();
    }

    @Override
    public String json(VoteCertificate.Finality certificate) {
      return "certificate " + certificate.txid();
    }

    @Override
    public void export(String suggestedName, String text, Consumer<Exported> done) {
      exported.add(suggestedName + ": " + text);
      done.accept(new Exported.Written(suggestedName));
    }
  }

  private PaymentView shown() {
    model.show(told.state(), 9_000);
    PaymentView view = model.paymentProperty().get();
    assertThat(view).isNotNull();
    return view;
  }

  private Told finish() {
    return told.heard(change(1, 0, UtxoState.UNSPENT, LOCKED), 2_500)
        .heard(change(2, 0, LOCKED, PENDING), 3_000)
        .heard(change(3, 0, PENDING, FINALIZED), 8_000)
        .heard(status(TXID, TransactionPhase.FINAL, 7, 5), 8_100);
  }

  @Test
  void paymentIsShownFromTheMomentItIsSent() {
    PaymentView view = shown();
    assertThat(view.direction()).isEqualTo(PaymentView.Direction.OUT);
    assertThat(view.counterparty()).isEqualTo("Bob");
    assertThat(view.units()).isEqualTo(99_999_000);
    assertThat(view.step()).isEqualTo(PaymentView.Step.SUBMITTED);
    assertThat(view.votes().quorum()).isEqualTo(5);
    assertThat(view.tracks())
        .singleElement()
        .satisfies(
            track ->
                assertThat(track.steps())
                    .containsExactly(new TrackView.Step(StateKind.UNSPENT, 0)));
  }

  @Test
  void tracksAreStampedInMillisecondsSinceTheBroadcast() {
    finish();
    assertThat(shown().tracks().getFirst().steps())
        .containsExactly(
            new TrackView.Step(StateKind.UNSPENT, 0),
            new TrackView.Step(StateKind.LOCKED, 1.5),
            new TrackView.Step(StateKind.SPENT_PENDING, 2),
            new TrackView.Step(StateKind.SPENT_FINALIZED, 7));
  }

  @Test
  void finalPaymentSaysHowLongItTook() {
    finish();
    PaymentView view = shown();
    assertThat(view.kind()).isEqualTo(StateKind.SPENT_FINALIZED);
    assertThat(view.latencyMillis()).isEqualTo(OptionalDouble.of(7));
    assertThat(view.votes().commits()).isEqualTo(5);
    assertThat(view.isSettled()).isTrue();
  }

  @Test
  void certificateIsExportedOnceItIsHeld() {
    finish();
    shown();
    model.exportCertificate(_ -> {});
    assertThat(exported).isEmpty();
    VoteCertificate.Finality certificate = new VoteCertificate.Finality(TXID, List.of());
    told.heard(
            new NetworkMessage.Transactions(
                List.of(
                    new TransactionRecord(
                        payment(), TransactionPhase.FINAL, certificate, 8L, null)),
                List.of(),
                null),
            8_200)
        .event(new SessionEvent.ProofChecked(TXID, true), 8_200);
    assertThat(shown().proof()).isEqualTo(PaymentView.Proof.VALID);
    model.exportCertificate(_ -> {});
    assertThat(exported)
        .containsExactly(
            "certificate-" + TXID.toString().substring(0, 12) + ".json: certificate " + TXID);
    assertThat(model.json()).isEqualTo("transaction " + TXID);
  }

  @Test
  void rowOfTheListChangesInPlace() {
    list.show(told.state(), 1);
    TransactionRow row = list.rows().getFirst();
    list.show(finish().state(), 2);
    assertThat(list.rows()).containsExactly(row);
    assertThat(row.payment().kind()).isEqualTo(StateKind.SPENT_FINALIZED);
  }

  @Test
  void listIsFilteredByNameStateAndTxid() {
    list.show(finish().state(), 1);
    for (String wanted : List.of("bob", TXID.toString().substring(20, 30), "finalized")) {
      list.filterProperty().set(wanted);
      assertThat(list.rows()).as(wanted).hasSize(1);
    }
    list.filterProperty().set("alice");
    assertThat(list.rows()).isEmpty();
  }
}
