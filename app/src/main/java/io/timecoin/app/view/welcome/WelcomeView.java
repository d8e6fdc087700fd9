package io.timecoin.app.view.welcome;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Mark;
import io.timecoin.app.view.Parts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** Three tiles and nothing to configure. */
public final class WelcomeView extends VBox {

  private static final Texts TEXTS = Texts.of(WelcomeView.class);
  private static final double MARK = 72;

  /** What the tiles, and the line below them, lead to. */
  public WelcomeView(Runnable demo, Runnable watch, Runnable masternode, Runnable wallets) {
    super(12);
    getStyleClass().add("tk-welcome");
    setAlignment(Pos.CENTER);
    Label title = Parts.text(TEXTS.get("title"), "tk-display");
    Label sentence = Parts.paragraph(TEXTS.get("sentence"), "tk-lead", "tk-muted");
    sentence.setTextAlignment(TextAlignment.CENTER);
    sentence.setMaxWidth(560);
    ChoiceTile first =
        new ChoiceTile(
            Feather.PLAY,
            TEXTS.get("demo"),
            TEXTS.get("demo.sentence"),
            TEXTS.get("demo.action"),
            demo);
    first.setId("choose-demo");
    first.getStyleClass().add("tk-choice-first");
    first.setDefaultButton(true);
    ChoiceTile second =
        new ChoiceTile(
            Feather.EYE,
            TEXTS.get("watch"),
            TEXTS.get("watch.sentence"),
            TEXTS.get("watch.action"),
            watch);
    second.setId("choose-watch");
    ChoiceTile third =
        new ChoiceTile(
            Feather.SERVER,
            TEXTS.get("masternode"),
            TEXTS.get("masternode.sentence"),
            TEXTS.get("masternode.action"),
            masternode);
    third.setId("choose-masternode");
    HBox tiles = new HBox(16, first, second, third);
    tiles.setAlignment(Pos.CENTER);
    VBox.setMargin(tiles, new Insets(24, 0, 0, 0));
    Button own =
        Parts.button(
            TEXTS.get("wallets"), Feather.CREDIT_CARD, wallets, "flat", "tk-choice-action");
    own.setId("choose-wallets");
    VBox.setMargin(own, new Insets(8, 0, 0, 0));
    getChildren().addAll(new Mark(MARK), title, sentence, tiles, own);
  }
}
