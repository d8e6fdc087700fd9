package io.timecoin.app.fx.gallery;

import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.control.Ribbon;
import io.timecoin.app.fx.shell.BackgroundTask;
import io.timecoin.app.fx.shell.ConnectionState;
import io.timecoin.app.fx.shell.Navigator;
import io.timecoin.app.fx.shell.Page;
import io.timecoin.app.fx.shell.Shell;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.fx.state.UtxoTrack;
import io.timecoin.app.fx.state.Walk;
import io.timecoin.app.fx.vote.VoteRing;
import io.timecoin.app.fx.vote.Votes;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A whole window, put together from the parts as screens do it. */
final class ShellSheet {

  private static final String TXID =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private ShellSheet() {}

  private static Shell shell(Node content) {
    Navigator navigator =
        new Navigator(
            List.of(
                new Page("dashboard", "Dashboard", Feather.ACTIVITY, () -> content),
                new Page("payments", "Payments", Feather.REPEAT, () -> content),
                new Page("utxos", "UTXOs", Feather.DATABASE, () -> content),
                new Page("send", "Send", Feather.SEND, () -> content),
                new Page("receive", "Receive", Feather.DOWNLOAD, () -> content),
                new Page("network", "Network", Feather.SHARE_2, () -> content),
                new Page("settings", "Settings", Feather.SETTINGS, () -> content)));
    Shell shell = new Shell(navigator, new Theme());
    navigator.go("payments");
    shell.topBar().setRibbon(Ribbon.demo());
    shell.statusBar().connectionProperty().set(ConnectionState.LIVE);
    shell.statusBar().networkProperty().set("devnet");
    shell.statusBar().heightTextProperty().set("Height 1,284");
    shell.statusBar().ageProperty().set("updated 2 s ago");
    shell
        .statusBar()
        .tasks()
        .add(new BackgroundTask("Writing the backup", new SimpleDoubleProperty(0.4), () -> {}));
    return shell;
  }

  static Parent payment() {
    VoteRing ring = new VoteRing(VoteRing.Size.FULL);
    ring.show(StateSheet.votes().get(2));
    Walk walk =
        Walk.START
            .reached(BadgeState.LOCKED, 0.8)
            .reached(BadgeState.SPENT_PENDING, 3.1)
            .reached(BadgeState.SPENT_FINALIZED, 12);
    UtxoTrack one = new UtxoTrack();
    one.show(walk);
    UtxoTrack two = new UtxoTrack();
    two.show(walk);
    Card left = Card.titled("Your coins", new HashLabel(TXID), one, new HashLabel(TXID), two);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    Card right = new Card(ring);
    right.setAlignment(Pos.CENTER);
    Shell shell = shell(new HBox(16, left, right));
    shell.notifier().success("Final: 5 of 7 masternodes agreed, 12 ms.");
    shell
        .notifier()
        .error(
            "The payment was refused: its input is already spent. Your coins are unchanged; "
                + "choose others and send again.",
            "code=already_spent");
    return shell;
  }

  static Parent table() {
    TableView<Integer> table = new TableView<>();
    table.getColumns().add(column("State", 190, ShellSheet::badge));
    table.getColumns().add(column("Votes", 80, ShellSheet::ring));
    table.getColumns().add(column("Transaction", 190, _ -> new HashLabel(TXID)));
    TableColumn<Integer, Integer> amount =
        column("Amount", 200, row -> new AmountLabel(row * 1_234_000_000L - 2_500_000_000L));
    amount.getStyleClass().add("tk-right");
    table.getColumns().add(amount);
    for (int i = 0; i < 7; i++) {
      table.getItems().add(i);
    }
    table.getSelectionModel().select(2);
    VBox.setVgrow(table, Priority.ALWAYS);
    return shell(new VBox(table));
  }

  private static Node badge(int row) {
    StateBadge badge = new StateBadge();
    badge.show(BadgeState.values()[row], 3, 7);
    return badge;
  }

  private static Node ring(int row) {
    VoteRing ring = new VoteRing(VoteRing.Size.COMPACT);
    Votes votes = StateSheet.votes().get(row);
    ring.show(votes);
    return ring;
  }

  private static TableColumn<Integer, Integer> column(
      String title, double width, IntFunction<Node> node) {
    TableColumn<Integer, Integer> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new PartCell(node));
    return column;
  }
}
