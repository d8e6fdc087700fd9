package io.timecoin.app.fx.chart;

import io.timecoin.app.fx.Fonts;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.draw.InkRegion;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/**
 * The time from broadcast to final, p50, p95 and p99, against a target. Values under the mouse, or
 * walked to with the arrow keys, are written out.
 */
public final class LatencyChart extends InkRegion {

  private static final Texts TEXTS = Texts.of(LatencyChart.class);

  private final ObjectProperty<List<LatencyPoint>> points =
      new SimpleObjectProperty<>(this, "points", List.of());
  private final DoubleProperty target = new SimpleDoubleProperty(this, "target", 100);
  private final Formats formats = Formats.standard();
  private int marked = -1;

  /** A chart without points; its target is 100 ms. */
  public LatencyChart() {
    getStyleClass().add("tk-latency");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    setMinSize(280, 140);
    setPrefSize(560, 220);
    points.addListener((_, _, _) -> refresh());
    target.addListener((_, _, _) -> refresh());
    setOnMouseMoved(event -> mark(LatencyPainter.nearest(points.get(), getWidth(), event.getX())));
    setOnMouseExited(_ -> mark(-1));
    setOnKeyPressed(this::walk);
    focusedProperty().addListener((_, _, _) -> mark(-1));
    refresh();
  }

  /** In order of time; replaced as a whole, never changed inside. */
  public ObjectProperty<List<LatencyPoint>> pointsProperty() {
    return points;
  }

  /** Milliseconds that should not be exceeded. */
  public DoubleProperty targetProperty() {
    return target;
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    g.setFont(Font.font(Fonts.TEXT, 12));
    LatencyPainter painter = new LatencyPainter(this, g, formats, width, height);
    if (points.get().isEmpty()) {
      painter.empty(TEXTS.get("latency.none"));
    } else {
      String targetText = TEXTS.get("latency.target", formats.millis(target.get()));
      painter.paint(points.get(), target.get(), targetText, marked);
    }
  }

  private void walk(KeyEvent event) {
    int last = points.get().size() - 1;
    switch (event.getCode()) {
      case LEFT -> mark(marked < 0 ? last : Math.max(0, marked - 1));
      case RIGHT -> mark(Math.min(last, marked + 1));
      case ESCAPE -> mark(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void mark(int point) {
    if (point != marked) {
      marked = point;
      refresh();
    }
  }

  private void refresh() {
    List<LatencyPoint> now = points.get();
    marked = Math.min(marked, now.size() - 1);
    if (now.isEmpty()) {
      setAccessibleText(TEXTS.get("latency.none"));
    } else {
      LatencyPoint point = marked >= 0 ? now.get(marked) : now.getLast();
      setAccessibleText(
          TEXTS.get(
              "latency.spoken",
              formats.millis(point.p50()),
              formats.millis(point.p95()),
              formats.millis(point.p99()),
              formats.millis(target.get())));
    }
    repaint();
  }
}
