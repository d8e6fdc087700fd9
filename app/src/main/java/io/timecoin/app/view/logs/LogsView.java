package io.timecoin.app.view.logs;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.logs.LogRow;
import io.timecoin.app.vm.logs.LogRow.Weight;
import io.timecoin.app.vm.logs.LogsModel;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The log, the latest line at the bottom; Ctrl+C copies the lines that are selected. */
public final class LogsView extends VBox {

  static final Texts TEXTS = Texts.of(LogsView.class);
  private static final double FILTER_WIDTH = 240;
  private static final Duration TICK = Duration.millis(500);

  private final LogsModel model;
  private final ListView<LogRow> list;

  /** The lines of that model; follows the log while it is on screen. */
  public LogsView(LogsModel model, Consumer<Exported> exported) {
    super(12);
    this.model = model;
    list = new ListView<>(model.rows());
    list.setId("log");
    list.getStyleClass().addAll("dense", "tk-feed");
    list.setAccessibleText(TEXTS.get("title"));
    list.setCellFactory(_ -> new LogCell());
    list.setPlaceholder(Parts.text(TEXTS.get("none"), "tk-muted"));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
    getChildren()
        .addAll(
            head(exported),
            Parts.tall(list),
            Parts.text(TEXTS.get("folder", model.folder()), "tk-small", "tk-muted"));
    Timeline following = new Timeline(new KeyFrame(TICK, _ -> follow()));
    following.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                following.stop();
              } else {
                follow();
                following.play();
              }
            });
  }

  private HBox head(Consumer<Exported> exported) {
    TextField filter = new TextField();
    filter.setId("log-filter");
    filter.setPrefWidth(FILTER_WIDTH);
    filter.setPromptText(TEXTS.get("filter"));
    filter.setAccessibleText(TEXTS.get("filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    ChoiceBox<Weight> least = new ChoiceBox<>();
    least.setId("log-least");
    least.getItems().setAll(Weight.values());
    least.setConverter(new WeightWords());
    least.setAccessibleText(TEXTS.get("least"));
    least.valueProperty().bindBidirectional(model.leastProperty());
    ToggleButton hold = new ToggleButton(TEXTS.get("hold"), new FontIcon(Feather.PAUSE));
    hold.setId("log-hold");
    hold.selectedProperty().bindBidirectional(model.heldProperty());
    Button export =
        Parts.button(TEXTS.get("export"), Feather.DOWNLOAD, () -> model.export(exported));
    export.setId("log-export");
    HBox head = new HBox(12, filter, least, hold, Parts.space(), export);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** Stays at the end where somebody looks at the end. */
  private void follow() {
    int before = model.rows().size();
    model.refresh();
    boolean atEnd = list.getSelectionModel().isEmpty();
    if (atEnd && model.rows().size() != before && !model.rows().isEmpty() || before == 0) {
      list.scrollTo(Math.max(0, model.rows().size() - 1));
    }
  }

  private void copy(KeyEvent event) {
    List<LogRow> chosen = list.getSelectionModel().getSelectedItems();
    if (event.isShortcutDown() && event.getCode() == KeyCode.C && !chosen.isEmpty()) {
      String text = chosen.stream().map(LogsView::line).collect(Collectors.joining("\n"));
      Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text));
      event.consume();
    }
  }

  private static String line(LogRow row) {
    return clock(row)
        + " "
        + TEXTS.get("weight." + row.weight())
        + " "
        + row.source()
        + " "
        + row.text();
  }

  static String clock(LogRow row) {
    return Formats.standard().clock(Instant.ofEpochMilli(row.atMillis()));
  }

  private static final class WeightWords extends StringConverter<Weight> {
    @Override
    public String toString(@Nullable Weight weight) {
      return weight == null ? "" : TEXTS.get("from." + weight);
    }

    @Override
    public Weight fromString(String text) {
      return Weight.INFO; // nothing is typed
    }
  }
}
