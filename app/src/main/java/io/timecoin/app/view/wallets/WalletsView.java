package io.timecoin.app.view.wallets;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import io.timecoin.app.vm.wallets.WalletsPort.Entry;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The wallets of this computer, and ways to more. */
public final class WalletsView extends PlainPage {

  private static final Texts TEXTS = Texts.of(WalletsView.class);

  /** Where the buttons lead. */
  public interface Actions {
    /** To a new wallet. */
    void create();

    /** To words written down before. */
    void restore();

    /** To the password of that wallet. */
    void open(String name);

    /** Puts the wallet's file aside. */
    void delete(String name);
  }

  /** These wallets. */
  public WalletsView(List<Entry> wallets, Actions actions, Runnable back) {
    super(
        TEXTS.get("wallets"),
        TEXTS.get("wallets.sentence"),
        back,
        list(wallets, actions),
        ways(actions));
  }

  private static Card list(List<Entry> wallets, Actions actions) {
    if (wallets.isEmpty()) {
      return new Card(
          new EmptyState(
              Feather.CREDIT_CARD, TEXTS.get("wallets.none"), TEXTS.get("wallets.none.sentence")));
    }
    VBox rows = new VBox(8);
    wallets.forEach(wallet -> rows.getChildren().add(row(wallet, actions)));
    return new Card(rows);
  }

  private static HBox row(Entry wallet, Actions actions) {
    VBox words =
        new VBox(
            2,
            Parts.text(wallet.name(), "tk-strong"),
            Parts.text(
                TEXTS.get(
                    "wallets.row",
                    wallet.network(),
                    Formats.standard().dateTime(Instant.ofEpochMilli(wallet.modifiedMillis()))),
                "tk-small",
                "tk-muted"));
    Button open =
        Parts.button(
            TEXTS.get("open.start"), Feather.UNLOCK, () -> actions.open(wallet.name()), "accent");
    open.setId("open-" + wallet.name());
    open.setAccessibleText(TEXTS.get("open", wallet.name()));
    HBox row =
        new HBox(
            12,
            Parts.text(wallet.name().substring(0, 1), "tk-avatar"),
            Parts.wide(words),
            delete(wallet, actions),
            open);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button delete(Entry wallet, Actions actions) {
    Button delete =
        Parts.armed(
            TEXTS.get("delete"),
            TEXTS.get("delete.sure"),
            Feather.TRASH_2,
            () -> actions.delete(wallet.name()));
    delete.setId("delete-" + wallet.name());
    return delete;
  }

  private static HBox ways(Actions actions) {
    Button create = Parts.button(TEXTS.get("create"), Feather.PLUS, actions::create, "large");
    create.setId("create-wallet");
    Button restore =
        Parts.button(TEXTS.get("restore"), Feather.ROTATE_CCW, actions::restore, "large");
    restore.setId("restore-wallet");
    return new HBox(12, create, restore);
  }
}
