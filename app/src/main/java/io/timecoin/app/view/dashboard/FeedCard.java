package io.timecoin.app.view.dashboard;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.state.StateBadge;
import io.timecoin.app.view.Looks;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.dashboard.FeedModel;
import io.timecoin.app.vm.dashboard.FeedView;
import io.timecoin.app.vm.dashboard.WatchCsv;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The live feed, which can be held, filtered and exported. */
final class FeedCard extends Card {

  private static final Texts TEXTS = Texts.of(FeedCard.class);
  private static final double STATES_WIDTH = 150;

  private final FeedModel model;

  FeedCard(FeedModel model, BiConsumer<String, String> export) {
    this.model = model;
    setMinWidth(0);
    ListView<FeedView> list = new ListView<>(model.rows());
    list.setId("feed");
    list.setCellFactory(_ -> new FeedCell());
    list.getStyleClass().addAll("tk-feed", "edge-to-edge", "dense");
    list.setAccessibleText(TEXTS.get("feed"));
    list.setPlaceholder(Parts.text(TEXTS.get("feed.none"), "tk-muted"));
    head(TEXTS.get("feed"));
    actions(
        pause(),
        ExportButton.of("feed", () -> export.accept("feed.csv", WatchCsv.feed(model.rows()))));
    getChildren().add(Parts.tall(new VBox(8, filters(), Parts.tall(list))));
  }

  private HBox filters() {
    TextField text = new TextField();
    text.setId("feed-filter");
    text.getStyleClass().add("small");
    text.setPromptText(TEXTS.get("feed.filter"));
    text.setAccessibleText(TEXTS.get("feed.filter"));
    text.textProperty().bindBidirectional(model.filterProperty());
    HBox filters = new HBox(8, Parts.wide(text), states());
    filters.setAlignment(Pos.CENTER_LEFT);
    return filters;
  }

  private ComboBox<@Nullable StateKind> states() {
    ComboBox<@Nullable StateKind> states = new ComboBox<>();
    states.setId("feed-state");
    states.getItems().add(null);
    states
        .getItems()
        .addAll(
            List.of(
                StateKind.UNSPENT,
                StateKind.LOCKED,
                StateKind.SPENT_PENDING,
                StateKind.SPENT_FINALIZED,
                StateKind.CONFIRMED));
    states.setCellFactory(_ -> new StateCell());
    states.setButtonCell(new StateCell());
    states.getStyleClass().add("small");
    states.setPrefWidth(STATES_WIDTH);
    states.setMinWidth(STATES_WIDTH);
    states.setAccessibleText(TEXTS.get("feed.state"));
    states.valueProperty().bindBidirectional(model.reachedProperty());
    return states;
  }

  private ToggleButton pause() {
    ToggleButton pause = new ToggleButton(TEXTS.get("feed.pause"), new FontIcon(Feather.PAUSE));
    pause.setId("feed-pause");
    pause.getStyleClass().add("small");
    pause.selectedProperty().bindBidirectional(model.pausedProperty());
    return pause;
  }

  /** Null stands for every state. */
  private static final class StateCell extends ListCell<@Nullable StateKind> {
    private final StateBadge badge = new StateBadge();

    @Override
    protected void updateItem(@Nullable StateKind kind, boolean empty) {
      super.updateItem(kind, empty);
      setText(empty || kind != null ? null : TEXTS.get("feed.state.all"));
      if (kind != null) {
        badge.show(Looks.badge(kind), 0, 0);
      }
      setGraphic(empty || kind == null ? null : badge);
    }
  }
}
