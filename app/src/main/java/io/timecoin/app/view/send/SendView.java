package io.timecoin.app.view.send;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.chart.Flow;
import io.timecoin.app.fx.chart.SpendDiagram;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.send.FieldError;
import io.timecoin.app.vm.send.SendModel;
import io.timecoin.app.vm.send.SpendPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who, how much, what will happen, one button. */
public final class SendView extends VBox {

  private static final Texts TEXTS = Texts.of(SendView.class);
  private static final double AMOUNT_WIDTH = 240;

  private final SendModel model;
  private final TextField recipient = new TextField();
  private final SpendDiagram diagram = new SpendDiagram();
  private final Node nothing =
      new EmptyState(Feather.SHARE_2, TEXTS.get("preview.none"), TEXTS.get("preview.hint"));
  private final Label summary = Parts.paragraph("", "tk-muted");
  private final Button send;

  /**
   * The form of that model.
   *
   * @param sent told the txid when the payment is on its way
   */
  public SendView(SendModel model, Consumer<String> sent) {
    super(16);
    this.model = model;
    send = Parts.button(TEXTS.get("send"), Feather.SEND, () -> model.send(sent), "accent", "large");
    send.setId("send");
    send.setDefaultButton(true);
    send.setMinWidth(Region.USE_PREF_SIZE);
    send.disableProperty().bind(model.sendableProperty().not());
    StackPane picture = new StackPane(nothing, diagram);
    Card preview = Card.titled(TEXTS.get("preview"), Parts.tall(picture));
    HBox last = new HBox(16, Parts.wide(summary), send);
    last.setAlignment(Pos.CENTER_RIGHT);
    summary.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(form(), Parts.tall(preview), last);
    model.previewProperty().subscribe(this::show);
  }

  private Card form() {
    VBox who = Parts.wide(recipientField());
    VBox howMuch = amountField();
    HBox fields = new HBox(24, who, howMuch);
    return new Card(fields);
  }

  private VBox recipientField() {
    recipient.setId("send-recipient");
    recipient.getStyleClass().add("tk-mono");
    recipient.setPromptText(TEXTS.get("recipient.prompt"));
    recipient.setAccessibleText(TEXTS.get("recipient"));
    recipient.textProperty().bindBidirectional(model.recipientProperty());
    Label name = Parts.text("", "tk-known");
    model
        .recipientNameProperty()
        .subscribe(
            known -> {
              name.setText(known.isEmpty() ? "" : TEXTS.get("recipient.known", known));
              Parts.shown(name, !known.isEmpty());
            });
    HBox contacts = new HBox(8);
    contacts.setAlignment(Pos.CENTER_LEFT);
    for (String contact : model.contactNames()) {
      Button choose =
          Parts.button(contact, Feather.USER, () -> model.choose(contact), "small", "tk-contact");
      choose.setAccessibleText(TEXTS.get("recipient.choose", contact));
      contacts.getChildren().add(choose);
    }
    contacts.getChildren().add(name);
    return new VBox(
        6,
        Parts.text(TEXTS.get("recipient"), "tk-strong"),
        recipient,
        error(model.recipientErrorProperty()::subscribe),
        contacts);
  }

  private VBox amountField() {
    TextField amount = new TextField();
    amount.setId("send-amount");
    amount.setAlignment(Pos.CENTER_RIGHT);
    amount.setAccessibleText(TEXTS.get("amount"));
    amount.textProperty().bindBidirectional(model.amountProperty());
    Parts.wide(amount);
    HBox line = new HBox(8, amount, Parts.text(Formats.UNIT, "tk-dim"));
    line.setAlignment(Pos.CENTER_LEFT);
    Button max = Parts.button(TEXTS.get("max"), Feather.MAXIMIZE_2, model::fillMax, "small");
    Label available = Parts.text("", "tk-small", "tk-muted");
    model
        .availableProperty()
        .subscribe(
            units ->
                available.setText(
                    TEXTS.get(
                        "available", Discretion.amount(Formats.standard(), units.longValue()))));
    HBox below = new HBox(8, max, available);
    below.setAlignment(Pos.CENTER_LEFT);
    VBox field =
        new VBox(
            6,
            Parts.text(TEXTS.get("amount"), "tk-strong"),
            line,
            error(model.amountErrorProperty()::subscribe),
            below);
    field.setMinWidth(AMOUNT_WIDTH);
    field.setMaxWidth(AMOUNT_WIDTH);
    return field;
  }

  private static Label error(Consumer<Consumer<FieldError>> subscribe) {
    Label label = Parts.paragraph("", "tk-error-text");
    subscribe.accept(
        error -> {
          label.setText(words(error));
          Parts.shown(label, error.isError());
        });
    return label;
  }

  private static String words(FieldError error) {
    String units = Formats.standard().amountWithUnit(error.units());
    return switch (error.kind()) {
      case NONE -> "";
      case NOT_AN_ADDRESS -> TEXTS.get("error.address", error.detail());
      case OTHER_NETWORK -> TEXTS.get("error.network");
      case NOT_A_NUMBER -> TEXTS.get("error.number");
      case TOO_MANY_DECIMALS -> TEXTS.get("error.decimals");
      case ZERO -> TEXTS.get("error.zero");
      case TOO_LARGE -> TEXTS.get("error.large");
      case NOT_ENOUGH -> TEXTS.get("error.enough", units);
      case TOO_MANY_PIECES -> TEXTS.get("error.pieces", units);
    };
  }

  private void show(SpendPreview preview) {
    diagram.show(preview.isEmpty() ? Flow.NONE : flow(preview));
    Parts.shown(diagram, !preview.isEmpty());
    Parts.shown(nothing, preview.isEmpty());
    Formats formats = Formats.standard();
    summary.setText(
        preview.isEmpty()
            ? ""
            : TEXTS.get(
                "summary",
                Looks.who(preview.recipient()),
                formats.amountWithUnit(preview.amount()),
                formats.amountWithUnit(preview.fee()),
                formats.amountWithUnit(preview.total())));
    send.setText(
        preview.isEmpty()
            ? TEXTS.get("send")
            : TEXTS.get("send.amount", formats.amountWithUnit(preview.amount())));
  }

  private static Flow flow(SpendPreview preview) {
    List<Flow.Part> inputs =
        preview.inputs().stream()
            .map(
                part ->
                    new Flow.Part(
                        Flow.Kind.INPUT, Formats.shortened(part.outPoint()), part.units()))
            .toList();
    List<Flow.Part> outputs = new ArrayList<>();
    outputs.add(
        new Flow.Part(Flow.Kind.RECIPIENT, Looks.who(preview.recipient()), preview.amount()));
    if (preview.change() > 0) {
      outputs.add(new Flow.Part(Flow.Kind.CHANGE, "", preview.change()));
    }
    outputs.add(new Flow.Part(Flow.Kind.FEE, "", preview.fee()));
    return new Flow(inputs, outputs);
  }
}
