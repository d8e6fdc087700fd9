package io.timecoin.app.view.welcome;

import io.timecoin.app.view.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** One of the three big choices: a button as large as a card. */
final class ChoiceTile extends Button {

  private static final double WIDTH = 240;
  private static final double HEIGHT = 236;

  ChoiceTile(Ikon icon, String title, String sentence, String action, Runnable chosen) {
    getStyleClass().addAll("tk-card", "tk-choice");
    setPrefSize(WIDTH, HEIGHT);
    setMaxHeight(Region.USE_PREF_SIZE);
    setMinHeight(HEIGHT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAccessibleText(title + ". " + sentence);
    StackPane disc = new StackPane(new FontIcon(icon));
    disc.getStyleClass().add("tk-choice-disc");
    disc.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    VBox words =
        new VBox(
            8,
            disc,
            Parts.paragraph(title, "tk-heading"),
            Parts.paragraph(sentence, "tk-muted"),
            Parts.tall(new Region()),
            Parts.text(action, "tk-choice-action"));
    words.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    words.setPrefSize(WIDTH - 40, HEIGHT - 40);
    setGraphic(words);
    setOnAction(_ -> chosen.run());
  }
}
