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
import io.timecoin.app.vm.send.ScanModel;
import io.timecoin.app.vm.send.SendModel;
import io.timecoin.app.vm.send.SpendPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who, how much, what will happen, one button. */
public final class SendView extends VBox {

  static final Texts TEXTS = Texts.of(SendView.class);
  private static final double FEE_WIDTH = 110;

  private final SendModel model;
  private final ScanModel scan;
  private final VBox lines = new VBox(8);
  private final SpendDiagram diagram = new SpendDiagram();
  private final Node nothing =
      new EmptyState(Feather.SHARE_2, TEXTS.get("preview.none"), TEXTS.get("preview.hint"));
  private final Label summary = Parts.paragraph("", "tk-muted");
  private final Button send;

  /** Where the page leads. */
  public interface Actions {
    /** The payment is on its way. */
    void sent(String txid);

    /** To the coins, to choose some of them. */
    void chooseCoins();

    /** To the password, which the wallet needs before it can sign. */
    void unlock();
  }

  /** The form of that model. */
  public SendView(SendModel model, ScanModel scan, Actions actions) {
    super(12);
    this.model = model;
    this.scan = scan;
    send = button(model, actions::sent);
    StackPane picture = new StackPane(nothing, diagram);
    Card preview = Card.titled(TEXTS.get("preview"), Parts.tall(Parts.scrolling(picture)));
    Button unlock =
        Parts.button(TEXTS.get("unlock"), Feather.UNLOCK, actions::unlock, "accent", "large");
    unlock.setId("send-unlock");
    model
        .lockedProperty()
        .subscribe(
            locked -> {
              Parts.shown(unlock, locked);
              Parts.shown(send, !locked);
            });
    HBox last = new HBox(16, Parts.wide(summary), unlock, send);
    last.setAlignment(Pos.CENTER_RIGHT);
    summary.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(form(actions), Parts.tall(preview), last);
    model.lines().addListener((ListChangeListener<Object>) _ -> showLines());
    showLines();
    model.previewProperty().subscribe(this::show);
  }

  private static Button button(SendModel model, Consumer<String> sent) {
    Button send =
        Parts.button(TEXTS.get("send"), Feather.SEND, () -> model.send(sent), "accent", "large");
    send.setId("send");
    send.setDefaultButton(true);
    send.setMinWidth(Region.USE_PREF_SIZE);
    send.disableProperty().bind(model.sendableProperty().not());
    return send;
  }

  private Card form(Actions actions) {
    Label amount = Parts.text(TEXTS.get("amount"), "tk-strong");
    amount.setMinWidth(LinePart.AMOUNT_WIDTH);
    HBox head =
        new HBox(24, Parts.text(TEXTS.get("recipient"), "tk-strong"), Parts.space(), amount);
    return new Card(new VBox(6, head, lines), choices(), ScanPart.trouble(scan), coins(actions));
  }

  private void showLines() {
    lines.getChildren().clear();
    for (int i = 0; i < model.lines().size(); i++) {
      lines.getChildren().add(new LinePart(model, model.lines().get(i), i));
    }
  }

  /** Contacts at the left, one more line at the right. */
  private HBox choices() {
    FlowPane contacts = new FlowPane(8, 8);
    model
        .contactChanges()
        .subscribe(
            _ ->
                contacts
                    .getChildren()
                    .setAll(model.contactNames().stream().map(this::contact).toList()));
    Button more = Parts.button(TEXTS.get("line.add"), Feather.PLUS, model::addLine, "small");
    more.setId("send-add");
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.disableProperty()
        .bind(Bindings.size(model.lines()).greaterThanOrEqualTo(SendModel.LINES_MAX));
    HBox row = new HBox(8, Parts.wide(contacts), new ScanPart(scan), more);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button contact(String name) {
    Button choose =
        Parts.button(name, Feather.USER, () -> model.choose(name), "small", "tk-contact");
    choose.setAccessibleText(TEXTS.get("recipient.choose", name));
    return choose;
  }

  /** What may be spent, what is spent, and the fee. */
  private HBox coins(Actions actions) {
    Label available = Parts.text("", "tk-small", "tk-muted");
    model
        .availableProperty()
        .subscribe(
            units ->
                available.setText(
                    TEXTS.get(
                        "available", Discretion.amount(Formats.standard(), units.longValue()))));
    Hyperlink choose = new Hyperlink();
    choose.setId("choose-coins");
    choose.setOnAction(_ -> actions.chooseCoins());
    Hyperlink automatic = new Hyperlink(TEXTS.get("coins.automatic"));
    automatic.setId("coins-automatic");
    automatic.setOnAction(_ -> model.pick(Set.of()));
    model
        .pickedProperty()
        .subscribe(
            picked -> {
              choose.setText(
                  picked.isEmpty()
                      ? TEXTS.get("coins.choose")
                      : TEXTS.get("coins.picked", picked.size()));
              Parts.shown(automatic, !picked.isEmpty());
            });
    HBox row = new HBox(12, available, choose, automatic, Parts.space());
    row.getChildren().addAll(fee());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private List<Node> fee() {
    TextField fee = new TextField();
    fee.setId("send-fee");
    fee.setAlignment(Pos.CENTER_RIGHT);
    fee.setPrefWidth(FEE_WIDTH);
    fee.setPromptText(Formats.standard().amount(model.leastFee()));
    fee.setAccessibleText(TEXTS.get("fee"));
    fee.textProperty().bindBidirectional(model.feeProperty());
    return List.of(
        LinePart.error(model.feeErrorProperty()::subscribe),
        Parts.text(TEXTS.get("fee"), "tk-small", "tk-muted"),
        fee,
        Parts.text(Formats.UNIT, "tk-dim"));
  }

  private void show(SpendPreview preview) {
    diagram.show(preview.isEmpty() ? Flow.NONE : flow(preview));
    Parts.shown(diagram, !preview.isEmpty());
    Parts.shown(nothing, preview.isEmpty());
    Formats formats = Formats.standard();
    summary.setText(preview.isEmpty() ? "" : sentence(preview, formats));
    send.setText(
        preview.isEmpty()
            ? TEXTS.get("send")
            : TEXTS.get("send.amount", formats.amountWithUnit(preview.amount())));
  }

  private static String sentence(SpendPreview preview, Formats formats) {
    String fee = formats.amountWithUnit(preview.fee());
    String total = formats.amountWithUnit(preview.total());
    String amount = formats.amountWithUnit(preview.amount());
    return preview.recipients().size() == 1
        ? TEXTS.get(
            "summary", Looks.who(preview.recipients().getFirst().text()), amount, fee, total)
        : TEXTS.get("summary.several", preview.recipients().size(), amount, fee, total);
  }

  private static Flow flow(SpendPreview preview) {
    List<Flow.Part> inputs =
        preview.inputs().stream()
            .map(part -> part(Flow.Kind.INPUT, Formats.shortened(part.text()), part.units()))
            .toList();
    List<Flow.Part> outputs = new ArrayList<>();
    preview
        .recipients()
        .forEach(
            part -> outputs.add(part(Flow.Kind.RECIPIENT, Looks.who(part.text()), part.units())));
    if (preview.change() > 0) {
      outputs.add(part(Flow.Kind.CHANGE, "", preview.change()));
    }
    outputs.add(part(Flow.Kind.FEE, "", preview.fee()));
    return new Flow(inputs, outputs);
  }

  private static Flow.Part part(Flow.Kind kind, String text, long units) {
    return new Flow.Part(kind, text, units);
  }
}
