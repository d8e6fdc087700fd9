package io.timecoin.app.view;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Columns whose cells keep one node and change what it shows. */
public final class Rows {

  private Rows() {}

  /**
   * A column.
   *
   * @param value what the cell shows and sorts by
   * @param make a cell's node, made once
   * @param show puts a value into the node
   */
  public static <R, V, N extends Node> TableColumn<R, V> column(
      String title,
      double width,
      Function<R, ObservableValue<V>> value,
      Supplier<N> make,
      BiConsumer<N, V> show) {
    TableColumn<R, V> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> value.apply(row.getValue()));
    column.setCellFactory(_ -> new NodeCell<>(make, show));
    return column;
  }

  /** Puts title and content of a column to the right, as for amounts. */
  public static <R, V> TableColumn<R, V> right(TableColumn<R, V> column) {
    column.getStyleClass().add("tk-right");
    return column;
  }

  /** Enter, or a double click, opens the row that is selected. */
  public static <R> void onOpen(TableView<R> table, Consumer<R> open) {
    table.setRowFactory(
        _ -> {
          TableRow<R> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  open.accept(row.getItem());
                }
              });
          return row;
        });
    table.setOnKeyPressed(
        event -> {
          R selected = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && selected != null) {
            open.accept(selected);
            event.consume();
          }
        });
  }

  private static final class NodeCell<R, V, N extends Node> extends TableCell<R, V> {

    private final Supplier<N> make;
    private final BiConsumer<N, V> show;
    private @Nullable N node;

    NodeCell(Supplier<N> make, BiConsumer<N, V> show) {
      this.make = make;
      this.show = show;
    }

    @Override
    protected void updateItem(@Nullable V item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      N shown = node == null ? make.get() : node;
      node = shown;
      show.accept(shown, item);
      setGraphic(shown);
    }
  }
}
