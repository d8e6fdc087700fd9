package io.timecoin.app.view.blocks;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.SeatView;
import io.timecoin.app.vm.blocks.BlockView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What one block holds and who decided it. */
final class BlockCard extends VBox {

  private static final Texts TEXTS = Texts.of(BlockCard.class);

  /** Links shown; a block may hold thousands. */
  private static final int LINKS_MAX = 12;

  private static final int TXID_CHARS = 12;

  private final Consumer<String> open;
  private final Label title = Parts.text("", "tk-heading");
  private final GridPane grid = new GridPane();
  private final FlowPane payments = new FlowPane(10, 4);
  private int rows;

  BlockCard(Consumer<String> open) {
    this.open = open;
    setId("block");
    grid.setHgap(16);
    grid.setVgap(6);
    grid.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(new Card(title, grid, payments));
    show(null);
  }

  void show(@Nullable BlockView block) {
    Parts.shown(this, block != null);
    if (block == null) {
      return;
    }
    title.setText(TEXTS.get("card.title", block.height()));
    grid.getChildren().clear();
    rows = 0;
    row("hash", new HashLabel(block.hash()), "parent", new HashLabel(block.parent()));
    row("state", new HashLabel(block.stateHash()), "decided", decided(block));
    row("by", Parts.paragraph(voters(block)), null, null);
    payments.getChildren().setAll(links("payments.of", block.payments()));
    payments.getChildren().addAll(links("released.of", block.releases()));
  }

  private void row(String key, Node value, @Nullable String second, @Nullable Node other) {
    grid.add(Parts.text(TEXTS.get("card." + key), "tk-muted"), 0, rows);
    if (second == null || other == null) {
      grid.add(value, 1, rows, 3, 1);
    } else {
      grid.add(value, 1, rows);
      grid.add(Parts.text(TEXTS.get("card." + second), "tk-muted"), 2, rows);
      grid.add(other, 3, rows);
    }
    rows++;
  }

  private static Label decided(BlockView block) {
    return Parts.text(
        TEXTS.get(
            "card.decided.in",
            block.votes().commits(),
            block.votes().total(),
            block.round() + 1,
            block.proposer()));
  }

  private static String voters(BlockView block) {
    return block.votes().seats().stream()
        .filter(seat -> seat.kind() == SeatView.Kind.COMMITTED)
        .map(SeatView::name)
        .collect(Collectors.joining(", "));
  }

  private List<Node> links(String key, List<String> txids) {
    if (txids.isEmpty()) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(Parts.text(TEXTS.get(key, txids.size()), "tk-muted"));
    for (String txid : txids.subList(0, Math.min(LINKS_MAX, txids.size()))) {
      Hyperlink link = new Hyperlink(txid.substring(0, TXID_CHARS) + "…");
      link.getStyleClass().add("tk-mono");
      link.setTooltip(new Tooltip(txid));
      link.setOnAction(_ -> open.accept(txid));
      nodes.add(link);
    }
    if (txids.size() > LINKS_MAX) {
      nodes.add(Parts.text(TEXTS.get("more", txids.size() - LINKS_MAX), "tk-muted"));
    }
    return nodes;
  }
}
