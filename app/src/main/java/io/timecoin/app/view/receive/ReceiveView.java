package io.timecoin.app.view.receive;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.control.QrCode;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.AmountText;
import io.timecoin.app.vm.receive.ReceiveModel;
import io.timecoin.app.vm.receive.ReceiveModel.Request;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form at the left, the code at the right, what came in below. */
public final class ReceiveView extends StackPane {

  static final Texts TEXTS = Texts.of(ReceiveView.class);
  private static final double CODE = 280;

  private final ReceiveModel model;

  /** What the page can start. */
  public interface Actions {
    /** To the large view for a customer. */
    void merchant(Node view);

    /** To the payment that came in. */
    void open(String txid);

    /** There is no further address to hand out yet. */
    void noMore();
  }

  /** Asks with that model. */
  public ReceiveView(ReceiveModel model, Actions actions) {
    this.model = model;
    VBox left = new VBox(16, form(actions), new ArrivalCard(model, actions::open));
    HBox both = new HBox(16, Parts.wide(left), code(actions));
    getChildren().add(Parts.scrolling(both));
  }

  private Card form(Actions actions) {
    TextField amount = new TextField();
    amount.setId("receive-amount");
    amount.setPromptText(TEXTS.get("amount.prompt"));
    amount.setAccessibleText(TEXTS.get("amount"));
    amount.textProperty().bindBidirectional(model.amountProperty());
    TextField label = new TextField();
    label.setId("receive-label");
    label.setPromptText(TEXTS.get("label.prompt"));
    label.setAccessibleText(TEXTS.get("label"));
    label.textProperty().bindBidirectional(model.labelProperty());
    Label problem = Parts.paragraph("", "tk-error-text");
    HashLabel address = new HashLabel();
    address.setId("receive-address");
    address.shortenedProperty().set(false);
    model
        .requestProperty()
        .subscribe(
            request -> {
              address.hashProperty().set(request.address());
              boolean wrong = request.problem() != AmountText.Problem.NONE;
              problem.setText(wrong ? TEXTS.get("problem." + request.problem().name()) : "");
              Parts.shown(problem, wrong);
            });
    Button next =
        Parts.button(
            TEXTS.get("next"),
            Feather.PLUS,
            () -> {
              if (!model.next()) {
                actions.noMore();
              }
            });
    next.setId("receive-next");
    HBox sum = new HBox(8, Parts.wide(amount), Parts.text(Formats.UNIT, "tk-dim"));
    sum.setAlignment(Pos.CENTER_LEFT);
    return Card.titled(
            TEXTS.get("title"),
            Parts.paragraph(TEXTS.get("sentence"), "tk-muted"),
            address,
            new VBox(6, Parts.text(TEXTS.get("amount"), "tk-strong"), sum, problem),
            new VBox(6, Parts.text(TEXTS.get("label"), "tk-strong"), label))
        .actions(next);
  }

  private Card code(Actions actions) {
    QrCode code = new QrCode(CODE);
    code.setId("receive-code");
    model.requestProperty().subscribe(request -> show(code, request));
    Button copy = Parts.button(TEXTS.get("copy"), Feather.COPY, this::copy);
    copy.setId("receive-copy");
    Button merchant =
        Parts.button(
            TEXTS.get("merchant"),
            Feather.MAXIMIZE,
            () -> {
              model.handedOut();
              actions.merchant(new MerchantView(model));
            });
    merchant.setId("receive-merchant");
    HBox buttons = new HBox(8, copy, merchant);
    buttons.setAlignment(Pos.CENTER);
    Card card = new Card(code, buttons);
    card.setAlignment(Pos.TOP_CENTER);
    card.setMinWidth(CODE + 34);
    return card;
  }

  static void show(QrCode code, Request request) {
    code.show(request.code().size(), (x, y) -> request.code().dark().at(x, y), request.link());
  }

  private void copy() {
    model.handedOut();
    ClipboardContent content = new ClipboardContent();
    content.putString(model.requestProperty().get().link());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
