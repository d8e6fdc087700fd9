package io.timecoin.app.view.utxos;

import static io.timecoin.app.view.utxos.UtxosView.TEXTS;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.control.AmountLabel;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.utxos.CoinModel;
import io.timecoin.app.vm.utxos.CoinView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One output from its making to its spending, a line for each state it came to. */
public final class CoinPage extends StackPane {

  private static final Formats FORMATS = Formats.standard();
  private static final double TIME_WIDTH = 190;
  private static final double BADGE_WIDTH = 150;
  private static final double SINCE_WIDTH = 110;

  private final Consumer<String> open;
  private final VBox facts = new VBox(10);
  private final VBox steps = new VBox(12);

  /**
   * The time line of that model's output.
   *
   * @param open takes the txid of a payment to show
   */
  public CoinPage(CoinModel model, Consumer<String> open) {
    this.open = open;
    setId("coin");
    VBox column = new VBox(16, new Card(facts), Card.titled(TEXTS.get("coin.steps"), steps));
    getChildren().add(Parts.scrolling(column));
    model.coinProperty().subscribe(this::show);
  }

  private void show(@Nullable CoinView coin) {
    if (coin == null) {
      facts.getChildren().setAll(Parts.text(TEXTS.get("coin.unknown"), "tk-muted"));
      return;
    }
    List<Node> lines = new ArrayList<>();
    lines.add(fact("amount", new AmountLabel(coin.units())));
    lines.add(fact("outpoint", new HashLabel(coin.outPoint())));
    lines.add(fact("address", new HashLabel(coin.address())));
    lines.add(fact("coin.origin", transaction(coin.origin(), coin.originKnown())));
    if (!coin.label().isEmpty()) {
      lines.add(fact("label", Parts.text(coin.label())));
    }
    if (coin.frozen()) {
      lines.add(Parts.text(TEXTS.get("coin.frozen"), "tk-muted"));
    }
    facts.getChildren().setAll(lines);
    steps.getChildren().setAll(coin.steps().stream().map(this::line).toList());
  }

  private static HBox fact(String name, Node value) {
    Label title = Parts.text(TEXTS.get(name), "tk-muted");
    title.setMinWidth(BADGE_WIDTH);
    HBox line = new HBox(12, title, value);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private HBox line(CoinView.Step step) {
    StateBadge badge = new StateBadge(Looks.badge(step.kind()));
    HBox state = new HBox(badge);
    state.setAlignment(Pos.CENTER_LEFT);
    state.setMinWidth(BADGE_WIDTH);
    Label time =
        Parts.text(
            step.atMillis().isPresent()
                ? FORMATS.dateTime(Instant.ofEpochMilli(step.atMillis().getAsLong()))
                : TEXTS.get("coin.before"),
            "tk-muted");
    time.setMinWidth(TIME_WIDTH);
    Label since =
        Parts.text(
            step.sinceMillis().isPresent()
                ? "+ " + FORMATS.millis(step.sinceMillis().getAsDouble())
                : "",
            "tk-strong");
    since.setMinWidth(SINCE_WIDTH);
    since.setAlignment(Pos.CENTER_RIGHT);
    HBox line = new HBox(12, state, time, since, Parts.space());
    line.setAlignment(Pos.CENTER_LEFT);
    if (step.block().isPresent()) {
      Label block =
          Parts.text(TEXTS.get("coin.block", step.block().getAsLong()), "tk-small", "tk-muted");
      block.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(block);
    }
    if (!step.spender().isEmpty()) {
      line.getChildren().add(transaction(step.spender(), step.spenderKnown()));
    }
    return line;
  }

  /** A payment of this wallet is a link; another transaction can be copied. */
  private Node transaction(String txid, boolean known) {
    if (!known) {
      return new HashLabel(txid);
    }
    Hyperlink link = new Hyperlink(Formats.shortened(txid));
    link.getStyleClass().add("tk-mono");
    link.setAccessibleText(TEXTS.get("coin.open", txid));
    link.setOnAction(_ -> open.accept(txid));
    return link;
  }
}
