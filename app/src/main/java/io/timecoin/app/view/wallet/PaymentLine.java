package io.timecoin.app.view.wallet;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateShape;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentView.Direction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A payment in one line that opens it. */
final class PaymentLine extends Button {

  private static final Texts TEXTS = Texts.of(PaymentLine.class);

  PaymentLine(PaymentView payment, Runnable open) {
    getStyleClass().addAll("flat", "tk-line-button");
    setMaxWidth(Double.MAX_VALUE);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnAction(_ -> open.run());
    BadgeState state = Looks.badge(payment.kind());
    StateShape shape = new StateShape();
    shape.getStyleClass().add(state.styleClass());
    shape.show(state, part(payment));
    String who = who(payment);
    AmountLabel amount = new AmountLabel(signed(payment));
    amount.signedProperty().set(true);
    VBox words =
        new VBox(
            Parts.text(who, "tk-strong"), Parts.text(standing(payment), "tk-small", "tk-muted"));
    HBox line = new HBox(10, shape, Parts.wide(words), amount);
    line.setAlignment(Pos.CENTER_LEFT);
    setGraphic(line);
    setAccessibleText(
        who + ", " + amount.getAccessibleText() + ", " + state.word() + ", " + standing(payment));
  }

  private static double part(PaymentView payment) {
    int total = payment.votes().total();
    return total == 0 ? 0 : (double) payment.votes().approvals() / total;
  }

  private static long signed(PaymentView payment) {
    return payment.direction() == Direction.OUT ? -payment.units() : payment.units();
  }

  private static String who(PaymentView payment) {
    return switch (payment.direction()) {
      case OUT -> TEXTS.get("to", Looks.who(payment.counterparty()));
      case IN -> TEXTS.get("from", Looks.who(payment.counterparty()));
      case WITHIN -> TEXTS.get("within");
      case UNKNOWN -> Looks.who(payment.txid());
    };
  }

  private static String standing(PaymentView payment) {
    if (payment.latencyMillis().isPresent()) {
      double millis = payment.latencyMillis().getAsDouble();
      return TEXTS.get("final.in", Formats.standard().millis(millis));
    }
    return switch (payment.step()) {
      case FINAL, CONFIRMED -> TEXTS.get("final");
      case REJECTED, REFUSED -> TEXTS.get("rejected");
      case SUBMITTED, ACCEPTED, WAITING, PREPARING, COMMITTING ->
          TEXTS.get("voting", payment.votes().commits(), payment.votes().quorum());
    };
  }
}
