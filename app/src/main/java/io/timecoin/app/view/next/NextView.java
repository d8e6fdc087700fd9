package io.timecoin.app.view.next;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done after the first payment. */
public final class NextView extends StackPane {

  private static final Texts TEXTS = Texts.of(NextView.class);

  /** Where the cards lead to. */
  public interface Actions {
    /** To the wallets of this computer. */
    void wallets();

    /** To the demo network. */
    void demo();

    /** To the form for a remote node. */
    void watch();

    /** To the page for operators. */
    void masternode();

    /** Ends the demo and deletes what it left on the disk; asked twice. */
    void erase();
  }

  /** Says also where the demo keeps its data. */
  public NextView(Actions actions, String dataFolder) {
    VBox column =
        new VBox(
            16,
            Parts.paragraph(TEXTS.get("sentence"), "tk-lead"),
            card(Feather.CREDIT_CARD, "wallets", actions::wallets),
            card(Feather.EYE, "watch", actions::watch),
            card(Feather.SERVER, "masternode", actions::masternode),
            card(Feather.PLAY, "demo", actions::demo),
            keepOrErase(actions, dataFolder));
    getChildren().add(Parts.scrolling(column));
  }

  private static Card card(Ikon icon, String key, Runnable action) {
    Button go = Parts.button(TEXTS.get(key + ".action"), Feather.ARROW_RIGHT, action);
    go.setId("next-" + key);
    return row(icon, TEXTS.get(key), TEXTS.get(key + ".sentence"), go);
  }

  private static Card row(Ikon icon, String title, String sentence, Button... buttons) {
    StackPane disc = new StackPane(new FontIcon(icon));
    disc.getStyleClass().add("tk-choice-disc");
    disc.setMinSize(44, 44);
    disc.setMaxSize(44, 44);
    VBox words =
        new VBox(4, Parts.text(title, "tk-heading"), Parts.paragraph(sentence, "tk-muted"));
    HBox row = new HBox(16, disc, Parts.wide(words));
    for (Button button : buttons) {
      button.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(button);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return new Card(row);
  }

  private static Card keepOrErase(Actions actions, String dataFolder) {
    Button erase =
        Parts.armed(
            TEXTS.get("erase.action"), TEXTS.get("erase.confirm"), Feather.TRASH_2, actions::erase);
    erase.setId("erase");
    return row(
        Feather.HARD_DRIVE, TEXTS.get("erase"), TEXTS.get("erase.sentence", dataFolder), erase);
  }
}
