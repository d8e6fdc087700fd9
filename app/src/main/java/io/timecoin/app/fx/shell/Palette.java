package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Everything that can be done, found by typing part of its name: up and down choose, Enter does it,
 * Esc closes and gives the keyboard back. FX thread only.
 */
final class Palette extends StackPane {

  private static final Texts TEXTS = Texts.of(Palette.class);
  private static final double WIDTH = 520;
  private static final double ROW = 40;
  private static final int ROWS_SHOWN = 9;

  private final ObservableList<Command> commands = FXCollections.observableArrayList();
  private final FilteredList<Command> found = new FilteredList<>(commands);
  private final TextField field = new TextField();
  private final ListView<Command> list = new ListView<>(found);
  private @Nullable Node before;

  Palette() {
    getStyleClass().add("tk-scrim");
    setVisible(false);
    setManaged(false);
    setAlignment(Pos.TOP_CENTER);
    field.setId("palette");
    field.setPromptText(TEXTS.get("palette.prompt"));
    field.setAccessibleText(TEXTS.get("palette.prompt"));
    field.textProperty().subscribe(this::filter);
    list.setId("palette-list");
    list.setAccessibleText(TEXTS.get("palette.list"));
    list.getStyleClass().add("tk-palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new CommandCell());
    list.setPlaceholder(new Label(TEXTS.get("palette.none")));
    list.setOnMouseClicked(_ -> run());
    VBox box = new VBox(8, field, list);
    box.getStyleClass().add("tk-palette");
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    getChildren().add(box);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  boolean isOpen() {
    return isVisible();
  }

  void open(List<Command> offered) {
    before = getScene() == null ? null : getScene().getFocusOwner();
    commands.setAll(offered);
    field.clear();
    filter("");
    setManaged(true);
    setVisible(true);
    toFront();
    field.requestFocus();
  }

  void close() {
    setVisible(false);
    setManaged(false);
    Node back = before;
    before = null;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
  }

  private void filter(String text) {
    found.setPredicate(command -> command.matches(text));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.setPrefHeight(Math.clamp(found.size(), 1, ROWS_SHOWN) * ROW + 10);
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> run();
      case DOWN -> move(1);
      case UP -> move(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    if (!found.isEmpty()) {
      int at = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, found.size());
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - ROWS_SHOWN + 1));
    }
  }

  private void run() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close();
      chosen.action().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(12, icon, title, keys);

    CommandCell() {
      row.setAlignment(Pos.CENTER_LEFT);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      keys.getStyleClass().addAll("tk-small", "tk-dim");
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      icon.setIconCode(command.icon());
      title.setText(command.title());
      keys.setText(command.keys());
      setGraphic(row);
      setAccessibleText(command.title() + " " + command.keys());
    }
  }
}
