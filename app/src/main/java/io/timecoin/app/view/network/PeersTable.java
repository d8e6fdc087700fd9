package io.timecoin.app.view.network;

import static io.timecoin.app.view.network.NetworkView.FORMATS;
import static io.timecoin.app.view.network.NetworkView.TEXTS;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.Rows;
import io.timecoin.app.vm.network.NetworkModel;
import io.timecoin.app.vm.network.PeerLine;
import io.timecoin.app.vm.network.PeerLine.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The node's connections, and a way to end one for a while. */
final class PeersTable extends VBox {

  private final NetworkModel model;
  private final NetworkView.Done done;
  private final TableView<PeerLine> table = new TableView<>();

  PeersTable(NetworkModel model, NetworkView.Done done) {
    super(12);
    this.model = model;
    this.done = done;
    table.setId("peers");
    table.setAccessibleText(TEXTS.get("peers"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        new EmptyState(Feather.SHARE_2, TEXTS.get("peers.none"), TEXTS.get("peers.none.text")));
    table
        .getColumns()
        .setAll(
            List.of(
                who(),
                text(TEXTS.get("direction"), 95, PeersTable::direction),
                text(TEXTS.get("address"), 145, Numbers::address),
                right(TEXTS.get("ping"), 75, PeersTable::ping),
                right(TEXTS.get("traffic"), 175, PeersTable::traffic),
                right(
                    TEXTS.get("rate"),
                    90,
                    numbers -> FORMATS.bytes((long) numbers.bytesPerSecond()) + "/s"),
                right(TEXTS.get("score"), 62, numbers -> String.valueOf(numbers.score())),
                right(TEXTS.get("version"), 72, Numbers::version)));
    table.setItems(model.peers());
    getChildren().addAll(Parts.tall(table), foot());
  }

  private HBox foot() {
    Button ban = Parts.armed(TEXTS.get("ban"), TEXTS.get("ban.sure"), Feather.SLASH, this::ban);
    ban.setId("ban");
    ban.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    HBox foot =
        new HBox(
            16, Parts.wide(Parts.paragraph(TEXTS.get("ban.note"), "tk-small", "tk-muted")), ban);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void ban() {
    PeerLine peer = table.getSelectionModel().getSelectedItem();
    if (peer == null) {
      return;
    }
    String name = peer.numbersProperty().get().name();
    String who = name.isEmpty() ? Formats.shortened(peer.publicKey()) : name;
    model.ban(peer, TEXTS.get("ban.reason"));
    done.tell(
        TEXTS.get("ban.done", who, FORMATS.age(NetworkModel.BAN)),
        TEXTS.get("undo"),
        () -> model.unban(peer.publicKey()));
  }

  private static TableColumn<PeerLine, Numbers> who() {
    return Rows.column(
        TEXTS.get("who"),
        95,
        PeerLine::numbersProperty,
        () -> Parts.text("", "tk-strong"),
        (label, numbers) ->
            label.setText(numbers.name().isEmpty() ? TEXTS.get("who.stranger") : numbers.name()));
  }

  private static TableColumn<PeerLine, Numbers> text(
      String title, double width, Function<Numbers, String> words) {
    return Rows.column(
        title,
        width,
        PeerLine::numbersProperty,
        () -> new Label(),
        (label, numbers) -> label.setText(words.apply(numbers)));
  }

  private static TableColumn<PeerLine, Numbers> right(
      String title, double width, Function<Numbers, String> words) {
    return Rows.right(text(title, width, words));
  }

  private static String direction(Numbers numbers) {
    String way = TEXTS.get(numbers.inbound() ? "inbound" : "outbound");
    return numbers.sinceMillis().isPresent()
        ? way
            + " · "
            + FORMATS.age(
                Duration.ofMillis(System.currentTimeMillis() - numbers.sinceMillis().getAsLong()))
        : way;
  }

  private static String ping(Numbers numbers) {
    return numbers.pingMillis().isPresent()
        ? FORMATS.millis(numbers.pingMillis().getAsDouble())
        : "–";
  }

  private static String traffic(Numbers numbers) {
    return "↓ " + FORMATS.bytes(numbers.bytesIn()) + "  ↑ " + FORMATS.bytes(numbers.bytesOut());
  }
}
