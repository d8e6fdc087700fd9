package io.timecoin.app.view.manage;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.manage.ManageModel;
import io.timecoin.app.vm.manage.ManagePort.Done;
import java.util.function.Consumer;
import java.util.function.Function;
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

/** History, contacts, labels, words, password, further keys: one card each. */
public final class ManageView extends StackPane {

  static final Texts TEXTS = Texts.of(ManageView.class);

  private final ManageModel model;
  private final Tell tell;

  /** Says what came of something, over the screen. */
  public interface Tell {
    /** It went well. */
    void done(String sentence);

    /** It went well and can be taken back. */
    void undoable(String sentence, String undo, Runnable action);

    /** It did not. */
    void failed(String sentence, String details);
  }

  /** For that wallet. */
  public ManageView(ManageModel model, Tell tell) {
    this.model = model;
    this.tell = tell;
    VBox column = new VBox(16, history(), new ContactsCard(model), labels());
    if (model.hasFile()) {
      column.getChildren().addAll(new SecretsCard(model, tell), file(), more());
    }
    getChildren().add(Parts.scrolling(column));
  }

  private Card history() {
    Button export =
        Parts.button(
            TEXTS.get("history.export"),
            Feather.DOWNLOAD,
            () -> model.exportHistory(written("history.written")));
    export.setId("export-history");
    return row("history", export);
  }

  private Card labels() {
    Button out =
        Parts.button(
            TEXTS.get("labels.export"),
            Feather.DOWNLOAD,
            () -> model.exportLabels(written("labels.written")));
    out.setId("export-labels");
    Button in = Parts.button(TEXTS.get("labels.import"), Feather.UPLOAD, this::importLabels);
    in.setId("import-labels");
    return row("labels", in, out);
  }

  private void importLabels() {
    model.importLabels(
        imported ->
            tell.undoable(
                imported.bad() == 0
                    ? TEXTS.get("labels.taken", imported.taken())
                    : TEXTS.get(
                        "labels.some", imported.taken(), imported.bad(), imported.firstBad()),
                TEXTS.get("undo"),
                imported.undo()),
        reason -> tell.failed(TEXTS.get("labels.failed"), reason));
  }

  private Card file() {
    Button backup =
        Parts.button(
            TEXTS.get("backup.start"), Feather.SAVE, () -> model.backup(written("backup.written")));
    backup.setId("backup");
    return row("backup", backup);
  }

  private Consumer<Done> written(String key) {
    return done -> {
      switch (done) {
        case Done.Yes yes -> tell.done(TEXTS.get(key, yes.where()));
        case Done.Failed failed -> tell.failed(TEXTS.get("write.failed"), failed.reason());
        case Done.No _ -> {}
      }
    };
  }

  /** Keys and addresses besides those of the words. */
  private Card more() {
    return Card.titled(
        TEXTS.get("more"),
        Parts.paragraph(TEXTS.get("more.sentence"), "tk-muted"),
        entry("watch", model::watch),
        entry("key", model::importKey));
  }

  private static Node entry(String key, Function<String, ManageModel.Refusal> take) {
    TextField field = new TextField();
    field.setId("add-" + key);
    field.getStyleClass().add("tk-mono");
    field.setPromptText(TEXTS.get(key + ".prompt"));
    field.setAccessibleText(TEXTS.get(key + ".prompt"));
    Label said = Parts.paragraph("", "tk-small");
    Button add =
        Parts.button(
            TEXTS.get(key + ".add"),
            Feather.PLUS,
            () -> {
              ManageModel.Refusal refusal = take.apply(field.getText());
              boolean taken = refusal == ManageModel.Refusal.NONE;
              said.getStyleClass().setAll("label", taken ? "tk-known" : "tk-error-text");
              said.setText(
                  taken ? TEXTS.get(key + ".done") : TEXTS.get("refusal." + refusal.name()));
              if (taken) {
                field.clear();
              }
            });
    add.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(12, Parts.wide(field), add);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, row, said);
  }

  private static Card row(String key, Button... buttons) {
    VBox words =
        new VBox(
            4,
            Parts.text(TEXTS.get(key), "tk-heading"),
            Parts.paragraph(TEXTS.get(key + ".sentence"), "tk-muted"));
    HBox row = new HBox(12, Parts.wide(words));
    for (Button button : buttons) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(button);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return new Card(row);
  }
}
