package io.timecoin.app.fx.gallery;

import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.control.NodePhase;
import io.timecoin.app.fx.control.NodeTile;
import io.timecoin.app.fx.control.Ribbon;
import io.timecoin.app.fx.control.StatTile;
import io.timecoin.app.fx.control.Trend;
import io.timecoin.app.fx.control.Verdict;
import io.timecoin.app.fx.control.VerdictPill;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Cards, numbers, tiles, pills, buttons. */
final class PartsSheet {

  private static final String TXID =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private PartsSheet() {}

  static Parent parts() {
    HBox pills = new HBox(12);
    for (Verdict verdict : Verdict.values()) {
      pills.getChildren().add(new VerdictPill(verdict));
    }
    pills.getChildren().addAll(Ribbon.demo(), Ribbon.testnet());
    pills.setAlignment(Pos.CENTER_LEFT);

    HBox stats =
        new HBox(
            16,
            stat("Finality p50", "12", "ms", "18 % faster than an hour ago", Trend.DOWN_GOOD),
            stat("Masternodes", "7 / 7", "", "5 needed", Trend.NONE),
            stat("Height", "1,284", "", "4 s ago", Trend.STEADY),
            stat("Payments", "38.2", "/s", "up from 31.0", Trend.UP_GOOD));
    stats.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));

    AmountLabel large = new AmountLabel(100_000_000_000L);
    large.getStyleClass().add("tk-large");
    AmountLabel medium = new AmountLabel(2_500_000_000L);
    medium.getStyleClass().add("tk-medium-size");
    AmountLabel plus = new AmountLabel(123_456_789L);
    plus.signedProperty().set(true);
    AmountLabel minus = new AmountLabel(-2_500_001_000L);
    AmountLabel concealed = new AmountLabel(5);
    concealed.concealedProperty().set(true);
    Card amounts = Card.titled("Amounts", large, medium, plus, minus, concealed);
    HBox.setHgrow(amounts, Priority.ALWAYS);

    HashLabel copied = new HashLabel(TXID, _ -> {});
    copied.copy();
    Card hashes =
        Card.titled(
            "Hashes",
            new HashLabel(TXID),
            new HashLabel("TIME0mvKcRCmkXJEaPrkuxRu4a7xqgy4x1Uv7n"),
            copied);
    Card controls = Card.titled("Controls", buttons(), field(), new CheckBox("Slow motion"));
    controls.getChildren().add(new ProgressBar(0.6));
    return new VBox(24, pills, stats, new HBox(16, amounts, hashes, controls));
  }

  private static HBox buttons() {
    Button send = new Button("Send 25.00 TIME", new FontIcon(Feather.SEND));
    send.getStyleClass().add("accent");
    Button flat = new Button("Cancel");
    flat.getStyleClass().add("flat");
    return new HBox(8, send, new Button("Retry"), flat);
  }

  private static TextField field() {
    TextField field = new TextField();
    field.setPromptText("Address or contact");
    return field;
  }

  static Parent tiles() {
    HBox nodes = new HBox(12);
    nodes.getChildren().add(node("node-1", NodePhase.READY, 1, "127.0.0.1:41873 · 212 ms"));
    nodes.getChildren().add(node("node-2", NodePhase.STARTING, 0.6, "Opening the journal"));
    nodes.getChildren().add(node("node-3", NodePhase.WAITING, 0, ""));
    nodes
        .getChildren()
        .add(node("node-4", NodePhase.FAILED, 0, "Port 41876 is taken by another program."));
    EmptyState empty =
        new EmptyState(
            Feather.SEND,
            "No payments yet",
            "Send 25 TIME to Bob and watch seven masternodes agree on it.",
            "Send a payment",
            () -> {});
    return new VBox(24, nodes, new Card(empty));
  }

  private static NodeTile node(String name, NodePhase phase, double progress, String detail) {
    NodeTile tile = new NodeTile(name);
    tile.phaseProperty().set(phase);
    tile.progressProperty().set(progress);
    tile.detailProperty().set(detail);
    return tile;
  }

  private static StatTile stat(String title, String value, String unit, String hint, Trend trend) {
    StatTile tile = new StatTile(title);
    tile.valueProperty().set(value);
    tile.unitProperty().set(unit);
    tile.hintProperty().set(hint);
    tile.trendProperty().set(trend);
    return tile;
  }
}
