package io.timecoin.app.fx.control;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands where there is nothing yet: an icon, what to do in a sentence, and a button for it.
 */
public final class EmptyState extends VBox {

  private static final double TEXT_WIDTH = 360;

  /** Without a button. */
  public EmptyState(Ikon icon, String title, String sentence) {
    super(8);
    getStyleClass().add("tk-empty");
    setAlignment(Pos.CENTER);
    StackPane disc = new StackPane(new FontIcon(icon));
    disc.getStyleClass().add("tk-empty-disc");
    Label heading = new Label(title);
    heading.getStyleClass().add("tk-heading");
    Label text = new Label(sentence);
    text.getStyleClass().add("tk-muted");
    text.setWrapText(true);
    text.setMaxWidth(TEXT_WIDTH);
    text.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(disc, heading, text);
  }

  /** With a button that does what the sentence says. */
  public EmptyState(Ikon icon, String title, String sentence, String actionText, Runnable action) {
    this(icon, title, sentence);
    Button button = new Button(actionText);
    button.getStyleClass().add("accent");
    button.setOnAction(_ -> action.run());
    VBox.setMargin(button, new Insets(8, 0, 0, 0));
    getChildren().add(button);
  }
}
