package io.timecoin.app.view.manage;

import static io.timecoin.app.view.manage.ManageView.TEXTS;

import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.manage.ManageModel;
import io.timecoin.app.vm.manage.ManagePort.Done;
import io.timecoin.app.vm.manage.ManagePort.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The words behind the password, and another password. */
final class SecretsCard extends Card {

  private static final int PASSWORD_MIN = 8;

  private final ManageModel model;
  private final ManageView.Tell tell;
  private final PasswordField password = field("password-now");
  private final PasswordField next = field("password-next");
  private final FlowPane words = new FlowPane(8, 8);
  private final Label said = Parts.paragraph("", "tk-error-text");
  private final Button show;

  SecretsCard(ManageModel model, ManageView.Tell tell) {
    this.model = model;
    this.tell = tell;
    show = Parts.button(TEXTS.get("words.show"), Feather.EYE, this::toggleWords);
    show.setId("show-words");
    Button change = Parts.button(TEXTS.get("password.change"), Feather.KEY, this::changePassword);
    change.setId("change-password");
    for (Button button : List.of(show, change)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.disableProperty().bind(model.lockedProperty().or(password.textProperty().isEmpty()));
    }
    show.disableProperty().unbind();
    password.textProperty().subscribe(_ -> refresh());
    model.lockedProperty().subscribe(_ -> refresh());
    HBox row = new HBox(12, Parts.wide(password), show, Parts.wide(next), change);
    row.setAlignment(Pos.CENTER_LEFT);
    words.setId("kept-words");
    Parts.shown(said, false);
    getChildren()
        .addAll(
            Parts.text(TEXTS.get("secrets"), "tk-heading"),
            Parts.paragraph(TEXTS.get("secrets.sentence"), "tk-muted"),
            row,
            said,
            words);
    hide();
    // Whoever leaves the page leaves no words on it.
    sceneProperty().subscribe(_ -> hide());
  }

  private static PasswordField field(String id) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.setPromptText(TEXTS.get(id));
    field.setAccessibleText(TEXTS.get(id));
    return field;
  }

  private void refresh() {
    boolean shown = !words.getChildren().isEmpty();
    show.setDisable(!shown && (model.lockedProperty().get() || password.getText().isEmpty()));
  }

  private void hide() {
    words.getChildren().clear();
    Parts.shown(words, false);
    show.setText(TEXTS.get("words.show"));
    refresh();
  }

  private void toggleWords() {
    if (!words.getChildren().isEmpty()) {
      hide();
      return;
    }
    String typed = password.getText();
    password.clear();
    model.words(
        typed,
        answer -> {
          switch (answer) {
            case Words.Shown shown -> show(shown);
            case Words.WrongPassword _ -> say(TEXTS.get("password.wrong"));
            case Words.None _ -> say(TEXTS.get("words.none"));
          }
        });
  }

  private void show(Words.Shown shown) {
    say(shown.passphrase() ? TEXTS.get("words.passphrase") : "");
    for (int i = 0; i < shown.words().size(); i++) {
      HBox cell =
          new HBox(
              8,
              Parts.text(String.valueOf(i + 1), "tk-dim"),
              Parts.text(shown.words().get(i), "tk-mono", "tk-strong", "tk-word"));
      cell.getStyleClass().add("tk-word-cell");
      words.getChildren().add(cell);
    }
    Parts.shown(words, true);
    show.setText(TEXTS.get("words.hide"));
    refresh();
  }

  private void changePassword() {
    if (next.getText().length() < PASSWORD_MIN) {
      say(TEXTS.get("password.short", PASSWORD_MIN));
      return;
    }
    String old = password.getText();
    String wanted = next.getText();
    password.clear();
    next.clear();
    model.changePassword(
        old,
        wanted,
        done -> {
          switch (done) {
            case Done.Yes _ -> {
              say("");
              tell.done(TEXTS.get("password.changed"));
            }
            case Done.No _ -> say(TEXTS.get("password.wrong"));
            case Done.Failed failed -> tell.failed(TEXTS.get("password.failed"), failed.reason());
          }
        });
  }

  private void say(String sentence) {
    said.setText(sentence);
    Parts.shown(said, !sentence.isEmpty());
  }
}
