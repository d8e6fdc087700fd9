package io.timecoin.app.view.send;

import static io.timecoin.app.view.send.SendView.TEXTS;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.send.FieldError;
import io.timecoin.app.vm.send.RecipientLine;
import io.timecoin.app.vm.send.SendModel;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** To whom and how much, mistakes below the field they are in. */
final class LinePart extends HBox {

  static final double AMOUNT_WIDTH = 270;

  /**
   * A line of the form.
   *
   * @param number from 0; the first has the plain ids that keyboards and tests know
   */
  LinePart(SendModel model, RecipientLine line, int number) {
    super(24);
    String suffix = number == 0 ? "" : "-" + (number + 1);
    getChildren().addAll(Parts.wide(who(line, suffix)), howMuch(model, line, suffix));
  }

  private static VBox who(RecipientLine line, String suffix) {
    TextField recipient = new TextField();
    recipient.setId("send-recipient" + suffix);
    recipient.getStyleClass().add("tk-mono");
    recipient.setPromptText(TEXTS.get("recipient.prompt"));
    recipient.setAccessibleText(TEXTS.get("recipient"));
    recipient.textProperty().bindBidirectional(line.recipientProperty());
    Label name = Parts.text("", "tk-known");
    line.nameProperty()
        .subscribe(
            known -> {
              name.setText(known.isEmpty() ? "" : TEXTS.get("recipient.known", known));
              Parts.shown(name, !known.isEmpty());
            });
    Label what = Parts.text("", "tk-small", "tk-muted");
    line.whatProperty()
        .subscribe(
            text -> {
              what.setText(TEXTS.get("recipient.what", text));
              Parts.shown(what, !text.isEmpty());
            });
    return new VBox(6, recipient, error(line.recipientErrorProperty()::subscribe), name, what);
  }

  private static VBox howMuch(SendModel model, RecipientLine line, String suffix) {
    TextField amount = new TextField();
    amount.setId("send-amount" + suffix);
    amount.setAlignment(Pos.CENTER_RIGHT);
    amount.setAccessibleText(TEXTS.get("amount"));
    amount.textProperty().bindBidirectional(line.amountProperty());
    Button max =
        Parts.button(TEXTS.get("max"), Feather.MAXIMIZE_2, () -> model.fillMax(line), "small");
    max.setId("send-max" + suffix);
    max.setAccessibleText(TEXTS.get("max.spoken"));
    Label unit = Parts.text(Formats.UNIT, "tk-dim");
    unit.setMinWidth(Region.USE_PREF_SIZE);
    max.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, Parts.wide(amount), unit, max);
    row.setAlignment(Pos.CENTER_LEFT);
    Button remove =
        Parts.button("", Feather.X, () -> model.removeLine(line), "flat", "tk-icon-button");
    remove.setAccessibleText(TEXTS.get("line.remove"));
    remove.setId("send-remove" + suffix);
    Parts.shown(remove, model.lines().size() > 1);
    row.getChildren().add(remove);
    VBox field = new VBox(6, row, error(line.amountErrorProperty()::subscribe));
    field.setMinWidth(AMOUNT_WIDTH);
    field.setMaxWidth(model.lines().size() > 1 ? AMOUNT_WIDTH + 40 : AMOUNT_WIDTH);
    return field;
  }

  static Label error(Consumer<Consumer<FieldError>> subscribe) {
    Label label = Parts.paragraph("", "tk-error-text");
    subscribe.accept(
        error -> {
          label.setText(words(error));
          Parts.shown(label, error.isError());
        });
    return label;
  }

  private static String words(FieldError error) {
    return error.isError()
        ? TEXTS.get(
            "error." + error.kind(),
            error.detail(),
            Formats.standard().amountWithUnit(error.units()))
        : "";
  }
}
