package io.timecoin.app.view.transaction;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A long text in mono, to read, select and copy. */
final class TextCard extends VBox {

  private static final Texts TEXTS = Texts.of(TextCard.class);
  private static final int ROWS = 14;

  private final TextArea area = new TextArea();
  private final Card card;

  TextCard(String title) {
    area.setEditable(false);
    area.setPrefRowCount(ROWS);
    area.getStyleClass().addAll("tk-mono", "tk-code");
    area.setAccessibleText(title);
    card =
        Card.titled(title, area)
            .actions(Parts.button(TEXTS.get("copy"), Feather.COPY, this::copy, "flat"));
    getChildren().add(card);
  }

  void addAction(Node action) {
    card.actions(action);
  }

  void show(String text) {
    area.setText(text);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(area.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
