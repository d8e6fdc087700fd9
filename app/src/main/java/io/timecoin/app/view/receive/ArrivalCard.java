package io.timecoin.app.view.receive;

import static io.timecoin.app.view.receive.ReceiveView.TEXTS;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.receive.ReceiveModel;
import io.timecoin.app.vm.receive.ReceiveModel.Arrival;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What came in on the address, vote by vote. */
final class ArrivalCard extends Card {

  private final VoteRing ring = new VoteRing(VoteRing.Size.COMPACT);
  private final Label amount = Parts.text("", "tk-strong");
  private final Label standing = Parts.paragraph("", "tk-muted");
  private final Hyperlink details = new Hyperlink(TEXTS.get("arrival.details"));

  ArrivalCard(ReceiveModel model, Consumer<String> open) {
    setId("arrival");
    VBox words = new VBox(2, amount, standing);
    HBox row = new HBox(12, ring, Parts.wide(words), details);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(row);
    details.setOnAction(
        _ -> {
          PaymentView payment = model.arrivalProperty().get().payment();
          if (payment != null) {
            open.accept(payment.txid());
          }
        });
    model.arrivalProperty().subscribe(this::show);
  }

  private void show(Arrival arrival) {
    PaymentView payment = arrival.payment();
    Parts.shown(ring, payment != null);
    Parts.shown(details, payment != null);
    if (payment == null) {
      amount.setText(TEXTS.get("arrival.none"));
      standing.setText(TEXTS.get("arrival.none.sentence"));
      return;
    }
    ring.show(Looks.votes(payment.votes()));
    amount.setText(
        TEXTS.get("arrival.amount", Discretion.amount(Formats.standard(), arrival.units())));
    standing.setText(words(payment));
  }

  /** "Final in 14 ms", or how far it is. */
  static String words(PaymentView payment) {
    if (payment.isFinal()) {
      return payment.latencyMillis().isPresent()
          ? TEXTS.get(
              "arrival.final.in", Formats.standard().millis(payment.latencyMillis().getAsDouble()))
          : TEXTS.get("arrival.final");
    }
    return payment.isSettled()
        ? TEXTS.get("arrival.lost")
        : TEXTS.get("arrival.voting", payment.votes().approvals(), payment.votes().quorum());
  }
}
