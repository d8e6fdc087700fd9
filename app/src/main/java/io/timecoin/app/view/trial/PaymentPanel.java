package io.timecoin.app.view.trial;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PaymentWords;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.trial.TrialModel;
import io.timecoin.app.vm.trial.TrialPayments;
import io.timecoin.app.vm.trial.TrialPort.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A payment made now, with its ring and the exact reason why it waits; the last ones below. */
final class PaymentPanel extends Card {

  private static final Texts TEXTS = Texts.of(PaymentPanel.class);
  private static final double RING = 240;

  private final TrialModel model;
  private final TrialPayments payments;
  private final Consumer<String> open;
  private final VoteRing ring = new VoteRing(VoteRing.Size.FULL);
  private final StateBadge badge = new StateBadge(BadgeState.LOCKED);
  private final Label headline = Parts.text("", "tk-strong");
  private final Label standing = Parts.paragraph("");
  private final Label why = Parts.paragraph("", "tk-small");
  private final VBox whyBox;
  private final VBox latest = new VBox(8);
  private final VBox lines = new VBox(2);
  private final Label none = Parts.paragraph(TEXTS.get("none.paid"), "tk-muted");

  /**
   * Follows the payments of that model.
   *
   * @param open takes the txid of a payment to look at
   */
  PaymentPanel(TrialModel model, Consumer<String> open) {
    this.model = model;
    this.payments = model.payments();
    this.open = open;
    standing.setId("trial-standing");
    why.setId("trial-why");
    lines.setId("trial-lines");
    whyBox = new VBox(4, Parts.text(TEXTS.get("why"), "tk-strong", "tk-small"), why);
    whyBox.getStyleClass().addAll("tk-alert", "tk-state-locked", "tk-card", "tk-tight");
    ring.setId("trial-ring");
    ring.setPrefSize(RING, RING);
    VBox head = new VBox(6, headline, badge);
    latest.getChildren().addAll(head, ring, standing, whyBox);
    getChildren()
        .addAll(
            Parts.text(TEXTS.get("see"), "tk-heading"),
            pay(),
            receive(),
            problem(),
            none,
            latest,
            lines);
    payments.recentProperty().subscribe(_ -> refresh());
    model.awayProperty().subscribe(_ -> refresh());
  }

  private Button pay() {
    Button pay =
        Parts.button(TEXTS.get("pay", payments.other()), Feather.SEND, payments::pay, "accent");
    pay.setId("trial-pay");
    pay.setMaxWidth(Double.MAX_VALUE);
    pay.disableProperty().bind(payments.payableProperty().not());
    return pay;
  }

  private Button receive() {
    Button receive =
        Parts.button(TEXTS.get("receive", payments.first()), Feather.DOWNLOAD, payments::receive);
    receive.setId("trial-receive");
    receive.setMaxWidth(Double.MAX_VALUE);
    return receive;
  }

  private Label problem() {
    Label words = Parts.paragraph("", "tk-error-text");
    payments
        .problemProperty()
        .subscribe(
            problem -> {
              boolean any = problem.kind() != Problem.Kind.NONE;
              words.setText(
                  any ? TEXTS.get("problem." + problem.kind().name(), problem.who()) : "");
              Parts.shown(words, any);
            });
    return words;
  }

  private void refresh() {
    List<PaymentView> recent = payments.recentProperty().get();
    Parts.shown(none, recent.isEmpty());
    Parts.shown(latest, !recent.isEmpty());
    Parts.shown(lines, recent.size() > 1);
    if (recent.isEmpty()) {
      return;
    }
    PaymentView payment = recent.getFirst();
    headline.setText(PaymentWords.headline(payment));
    badge.show(Looks.badge(payment.kind()), payment.votes().approvals(), payment.votes().total());
    ring.show(Looks.votes(payment));
    Parts.shown(ring, Looks.votesKnown(payment));
    standing.setText(PaymentWords.standing(payment));
    String reason = reason(payment);
    why.setText(reason);
    Parts.shown(whyBox, !reason.isEmpty());
    lines.getChildren().setAll(recent.stream().map(this::line).toList());
  }

  private String reason(PaymentView payment) {
    if (payment.isFinal()) {
      return "";
    }
    boolean unsent = payment.step() == PaymentView.Step.SUBMITTED;
    if (model.awayProperty().get()) {
      return TEXTS.get(unsent ? "why.unsent" : "why.unseen");
    }
    return PaymentWords.reason(payment);
  }

  private Button line(PaymentView payment) {
    StateBadge state = new StateBadge(Looks.badge(payment.kind()));
    state.compactProperty().set(true);
    String took =
        payment.latencyMillis().isPresent()
            ? Formats.standard().millis(payment.latencyMillis().getAsDouble())
            : TEXTS.get(payment.isFinal() ? "took.final" : "took.open");
    HBox words =
        new HBox(
            8,
            state,
            Parts.wide(Parts.text(PaymentWords.who(payment))),
            Parts.space(),
            Parts.text(took, "tk-muted"));
    words.setAlignment(Pos.CENTER_LEFT);
    Button line = new Button();
    line.setGraphic(words);
    line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    line.getStyleClass().addAll("flat", "tk-line-button");
    line.setMaxWidth(Double.MAX_VALUE);
    line.setAccessibleText(
        PaymentWords.headline(payment) + ", " + state.getAccessibleText() + ", " + took);
    line.setOnAction(_ -> open.accept(payment.txid()));
    return line;
  }
}
