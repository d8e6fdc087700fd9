package io.timecoin.app.fx.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One number that matters: title above, the number large, its unit dimmed, a hint and a trend
 * below.
 */
public final class StatTile extends Card {

  private static final double WIDTH = 176;

  private final Label title = new Label();
  private final Label value = new Label("–");
  private final Label unit = new Label();
  private final Label hint = new Label();
  private final FontIcon arrow = new FontIcon(Feather.MINUS);
  private final ObjectProperty<Trend> trend = new SimpleObjectProperty<>(this, "trend", Trend.NONE);

  /** A tile with a dash for its value. */
  public StatTile(String title) {
    getStyleClass().add("tk-stat");
    setSpacing(4);
    this.title.setText(title);
    this.title.getStyleClass().add("tk-overline");
    value.getStyleClass().add("tk-display");
    value.setMinWidth(Region.USE_PREF_SIZE);
    unit.getStyleClass().addAll("tk-dim", "tk-stat-unit");
    hint.getStyleClass().addAll("tk-small", "tk-muted");
    hint.setGraphic(arrow);
    setPrefWidth(WIDTH);
    arrow.getStyleClass().add("tk-trend");
    HBox line = new HBox(6, value, unit);
    line.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(this.title, line, hint);
    trend.addListener((_, _, _) -> showTrend());
    showTrend();
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty()
        .bind(
            Bindings.format(
                "%s: %s %s, %s",
                this.title.textProperty(),
                value.textProperty(),
                unit.textProperty(),
                hint.textProperty()));
  }

  /** What the number is. */
  public StringProperty titleProperty() {
    return title.textProperty();
  }

  /** The number, already in the manner of the locale. */
  public StringProperty valueProperty() {
    return value.textProperty();
  }

  /** Its unit, empty if none. */
  public StringProperty unitProperty() {
    return unit.textProperty();
  }

  /** What it means or is compared with, one short line. */
  public StringProperty hintProperty() {
    return hint.textProperty();
  }

  /** Where it is heading, {@link Trend#NONE} at first. */
  public ObjectProperty<Trend> trendProperty() {
    return trend;
  }

  private void showTrend() {
    Trend now = trend.get();
    arrow.setIconCode(
        switch (now) {
          case NONE, STEADY -> Feather.MINUS;
          case UP_GOOD, UP_BAD -> Feather.ARROW_UP_RIGHT;
          case DOWN_GOOD, DOWN_BAD -> Feather.ARROW_DOWN_RIGHT;
        });
    arrow.getStyleClass().removeAll("tk-good", "tk-bad");
    switch (now) {
      case UP_GOOD, DOWN_GOOD -> arrow.getStyleClass().add("tk-good");
      case UP_BAD, DOWN_BAD -> arrow.getStyleClass().add("tk-bad");
      case NONE, STEADY -> {}
    }
    arrow.setVisible(now != Trend.NONE);
    arrow.setManaged(now != Trend.NONE);
  }
}
