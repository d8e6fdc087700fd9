package io.timecoin.app.view.wallets;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import io.timecoin.app.vm.wallets.CreateModel;
import io.timecoin.app.vm.wallets.CreateModel.Step;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A new wallet, one step a card. */
public final class CreateView extends PlainPage {

  private static final Texts TEXTS = Texts.of(CreateView.class);
  private static final int COLUMNS = 3;
  private static final double WORD_WIDTH = 200;

  /** The steps of that model. */
  public CreateView(CreateModel model, Runnable back) {
    this(model, back, new StackPane());
  }

  private CreateView(CreateModel model, Runnable back, StackPane place) {
    super(TEXTS.get("create"), TEXTS.get("create.sentence"), () -> goBack(model, back), place);
    model.stepProperty().subscribe(step -> place.getChildren().setAll(card(model, step)));
  }

  private static void goBack(CreateModel model, Runnable back) {
    switch (model.stepProperty().get()) {
      case FORM -> back.run();
      case WORDS, CHECK -> model.back();
      case WORKING -> {} // a second; then it is made, or the form is back
    }
  }

  private static Node card(CreateModel model, Step step) {
    return switch (step) {
      case FORM -> form(model);
      case WORDS -> words(model);
      case CHECK -> check(model);
      case WORKING -> working();
    };
  }

  private static Card form(CreateModel model) {
    Label failure = Parts.paragraph(model.failureProperty().get(), "tk-error-text");
    Parts.shown(failure, !failure.getText().isEmpty());
    Button next = next("to-words", "create.next", model::toWords);
    next.disableProperty().bind(model.form().completeProperty().not());
    return Card.titled(TEXTS.get("step.form"), new FormPart(model.form()), failure, right(next));
  }

  private static Card words(CreateModel model) {
    GridPane grid = new GridPane(12, 12);
    List<String> words = model.words();
    int rows = (words.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < words.size(); i++) {
      Label number = Parts.text(String.valueOf(i + 1), "tk-dim");
      number.setMinWidth(24);
      Label word = Parts.text(words.get(i), "tk-mono", "tk-strong", "tk-word");
      HBox cell = new HBox(8, number, word);
      cell.setAlignment(Pos.CENTER_LEFT);
      cell.getStyleClass().add("tk-word-cell");
      cell.setPrefWidth(WORD_WIDTH);
      grid.add(cell, i / rows, i % rows);
    }
    grid.setId("words");
    return Card.titled(
        TEXTS.get("step.words"),
        Parts.paragraph(TEXTS.get("words.sentence"), "tk-muted"),
        grid,
        Parts.paragraph(TEXTS.get("words.warning"), "tk-small", "tk-muted"),
        right(next("to-check", "words.next", model::toCheck)));
  }

  private static Card check(CreateModel model) {
    VBox rows = new VBox(12);
    List<TextField> fields = new ArrayList<>();
    Button finish =
        Parts.button(
            TEXTS.get("check.next"),
            Feather.CHECK,
            () -> model.finish(fields.stream().map(TextField::getText).toList()),
            "accent");
    finish.setId("finish");
    finish.setDefaultButton(true);
    finish.setDisable(true);
    for (int position : model.asked()) {
      rows.getChildren().add(asked(model, position, fields, finish));
    }
    return Card.titled(
        TEXTS.get("step.check"),
        Parts.paragraph(TEXTS.get("check.sentence"), "tk-muted"),
        rows,
        right(finish));
  }

  private static HBox asked(
      CreateModel model, int position, List<TextField> fields, Button finish) {
    TextField field = new TextField();
    String name = TEXTS.get("check.word", position + 1);
    field.setId("word-" + (position + 1));
    field.setAccessibleText(name);
    field.getStyleClass().add("tk-mono");
    fields.add(field);
    Label verdict = Parts.text("", "tk-error-text");
    field
        .textProperty()
        .addListener(
            (_, _, typed) -> {
              boolean right = model.isRight(position, typed);
              boolean wrong = !right && !model.words().get(position).startsWith(typed.strip());
              verdict.getStyleClass().setAll("label", right ? "tk-known" : "tk-error-text");
              verdict.setText(
                  right ? TEXTS.get("check.right") : wrong ? TEXTS.get("check.wrong") : "");
              finish.setDisable(!allRight(model, fields));
            });
    Label label = Parts.text(name, "tk-strong");
    label.setMinWidth(96);
    HBox row = new HBox(12, label, field, verdict);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static boolean allRight(CreateModel model, List<TextField> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (!model.isRight(model.asked().get(i), fields.get(i).getText())) {
        return false;
      }
    }
    return true;
  }

  static Card working() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(TEXTS.get("working"));
    return Card.titled(
        TEXTS.get("working"), Parts.paragraph(TEXTS.get("working.sentence"), "tk-muted"), bar);
  }

  private static Button next(String id, String key, Runnable action) {
    Button next = Parts.button(TEXTS.get(key), Feather.ARROW_RIGHT, action, "accent");
    next.setId(id);
    next.setDefaultButton(true);
    return next;
  }

  static HBox right(Node... nodes) {
    HBox row = new HBox(12, nodes);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
