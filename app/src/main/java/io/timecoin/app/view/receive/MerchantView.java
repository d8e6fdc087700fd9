package io.timecoin.app.view.receive;

import static io.timecoin.app.view.receive.ReceiveView.TEXTS;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.control.QrCode;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.receive.ReceiveModel;
import io.timecoin.app.vm.receive.ReceiveModel.Arrival;
import io.timecoin.app.vm.receive.ReceiveModel.Request;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** For a customer on the other side of the counter: a large code, then "Final in 14 ms". */
final class MerchantView extends VBox {

  private static final double CODE = 400;

  private final QrCode code = new QrCode(CODE);
  private final VoteRing ring = new VoteRing(VoteRing.Size.FULL);
  private final Label amount = Parts.text("", "tk-display");
  private final Label standing = Parts.paragraph("", "tk-title");

  MerchantView(ReceiveModel model) {
    super(16);
    setId("merchant");
    setAlignment(Pos.CENTER);
    standing.setAlignment(Pos.CENTER);
    standing.setTextAlignment(TextAlignment.CENTER);
    ring.setPrefSize(CODE - 80, CODE - 80);
    ring.setMaxSize(CODE - 80, CODE - 80);
    getChildren().addAll(amount, code, ring, standing);
    model.requestProperty().subscribe(this::show);
    model.arrivalProperty().subscribe(this::show);
  }

  private void show(Request request) {
    ReceiveView.show(code, request);
    amount.setText(
        request.units() == 0
            ? TEXTS.get("merchant.any")
            : Formats.standard().amountWithUnit(request.units()));
  }

  private void show(Arrival arrival) {
    PaymentView payment = arrival.payment();
    Parts.shown(code, payment == null);
    Parts.shown(ring, payment != null);
    if (payment == null) {
      standing.setText(TEXTS.get("merchant.scan"));
    } else {
      amount.setText(Formats.standard().amountWithUnit(arrival.units()));
      ring.show(Looks.votes(payment.votes()));
      standing.setText(ArrivalCard.words(payment));
    }
  }
}
