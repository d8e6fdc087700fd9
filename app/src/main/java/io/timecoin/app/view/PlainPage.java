package io.timecoin.app.view;

import io.timecoin.app.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A page outside the shell: a title, a way back, one column of content. Esc goes back. */
public class PlainPage extends VBox {

  private static final Texts TEXTS = Texts.of(PlainPage.class);
  private static final double WIDTH = 680;

  /** A page that shows this content one below the other. */
  protected PlainPage(String title, String sentence, Runnable back, Node... content) {
    super(16);
    getStyleClass().add("tk-plain");
    setAlignment(Pos.TOP_CENTER);
    Button backButton = Parts.button("", Feather.ARROW_LEFT, back, "flat", "tk-icon-button");
    backButton.setAccessibleText(TEXTS.get("back"));
    backButton.setId("back");
    HBox head = new HBox(8, backButton, Parts.text(title, "tk-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox column = new VBox(16, head, Parts.paragraph(sentence, "tk-muted"));
    column.getChildren().addAll(content);
    column.setMaxWidth(WIDTH);
    column.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(column);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            back.run();
            event.consume();
          }
        });
  }
}
