package io.timecoin.app.fx.gallery;

import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that shows one of our parts. */
final class PartCell extends TableCell<Integer, Integer> {

  private final IntFunction<Node> node;

  PartCell(IntFunction<Node> node) {
    this.node = node;
  }

  @Override
  protected void updateItem(@Nullable Integer item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty || item == null ? null : node.apply(item));
  }
}
