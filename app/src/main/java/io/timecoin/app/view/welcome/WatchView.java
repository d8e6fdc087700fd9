package io.timecoin.app.view.welcome;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import io.timecoin.app.vm.welcome.WatchModel;
import io.timecoin.app.vm.welcome.WatchModel.FieldProblem;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which node, which addresses, one button. */
public final class WatchView extends PlainPage {

  private static final Texts TEXTS = Texts.of(WatchView.class);
  private static final int ADDRESS_ROWS = 5;

  /** The form of that model. */
  public WatchView(WatchModel model, Runnable back) {
    super(TEXTS.get("watch"), TEXTS.get("watch.page"), back, form(model));
  }

  private static Card form(WatchModel model) {
    TextField node = new TextField();
    node.setId("watch-node");
    node.setPromptText("ws://127.0.0.1:24002");
    node.setAccessibleText(TEXTS.get("watch.node"));
    node.textProperty().bindBidirectional(model.nodeProperty());
    Label nodeError = Parts.paragraph("", "tk-error-text");
    model.nodeProblemProperty().subscribe(problem -> say(nodeError, problem));

    TextArea addresses = new TextArea();
    addresses.setId("watch-addresses");
    addresses.setPrefRowCount(ADDRESS_ROWS);
    addresses.setWrapText(true);
    addresses.getStyleClass().add("tk-mono");
    addresses.setPromptText(TEXTS.get("watch.addresses.prompt"));
    addresses.setAccessibleText(TEXTS.get("watch.addresses"));
    addresses.textProperty().bindBidirectional(model.addressesProperty());
    Label addressesError = Parts.paragraph("", "tk-error-text");
    model.addressesProblemProperty().subscribe(problem -> say(addressesError, problem));

    Button watch = Parts.button(TEXTS.get("watch.start"), Feather.EYE, model::watch, "accent");
    watch.setId("watch-start");
    watch.setDefaultButton(true);
    watch.disableProperty().bind(model.completeProperty().not());
    HBox buttons = new HBox(watch);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return new Card(
        new VBox(6, Parts.text(TEXTS.get("watch.node"), "tk-strong"), node, nodeError),
        new VBox(
            6, Parts.text(TEXTS.get("watch.addresses"), "tk-strong"), addresses, addressesError),
        Parts.paragraph(TEXTS.get("watch.note"), "tk-small", "tk-muted"),
        buttons);
  }

  private static void say(Label label, FieldProblem problem) {
    String entry = Formats.shortened(problem.entry());
    label.setText(
        switch (problem.problem()) {
          case NONE -> "";
          case NOT_A_NODE -> TEXTS.get("watch.error.node");
          case NOT_AN_ADDRESS -> TEXTS.get("watch.error.address", entry, problem.detail());
          case TOO_MANY -> TEXTS.get("watch.error.many", WatchModel.ADDRESSES_MAX);
        });
    Parts.shown(label, !label.getText().isEmpty());
  }
}
