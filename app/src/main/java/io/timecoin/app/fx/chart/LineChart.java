package io.timecoin.app.fx.chart;

import io.timecoin.app.fx.Fonts;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.draw.InkRegion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/**
 * One to three values over time, against a target. Values under the mouse, or walked to with the
 * arrow keys, are written out.
 */
public final class LineChart extends InkRegion {

  private static final Texts TEXTS = Texts.of(LineChart.class);

  private final ObjectProperty<List<ChartPoint>> points =
      new SimpleObjectProperty<>(this, "points", List.of());
  private final ObjectProperty<ChartLook> look;
  private final Formats formats = Formats.standard();
  private int marked = -1;

  /** A chart without points. */
  public LineChart(ChartLook start) {
    look = new SimpleObjectProperty<>(this, "look", start);
    getStyleClass().add("tk-latency");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    setMinSize(280, 140);
    setPrefSize(560, 220);
    points.addListener((_, _, _) -> refresh());
    look.addListener((_, _, _) -> refresh());
    setOnMouseMoved(event -> mark(LinePainter.nearest(points.get(), getWidth(), event.getX())));
    setOnMouseExited(_ -> mark(-1));
    setOnKeyPressed(this::walk);
    focusedProperty().addListener((_, _, _) -> mark(-1));
    refresh();
  }

  /** In order of time; replaced as a whole, never changed inside. */
  public ObjectProperty<List<ChartPoint>> pointsProperty() {
    return points;
  }

  /** What the lines are. */
  public ObjectProperty<ChartLook> lookProperty() {
    return look;
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    g.setFont(Font.font(Fonts.TEXT, 12));
    LinePainter painter = new LinePainter(this, g, formats, look.get(), width, height);
    if (points.get().isEmpty()) {
      painter.empty();
    } else {
      painter.paint(points.get(), targetText(), marked);
    }
  }

  private String targetText() {
    ChartLook shown = look.get();
    return TEXTS.get("chart.target", shown.write(shown.target()));
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
    List<ChartPoint> now = points.get();
    marked = Math.min(marked, now.size() - 1);
    setAccessibleText(
        now.isEmpty() ? look.get().none() : spoken(marked >= 0 ? now.get(marked) : now.getLast()));
    repaint();
  }

  private String spoken(ChartPoint point) {
    ChartLook shown = look.get();
    String values =
        IntStream.range(0, shown.names().size())
            .mapToObj(
                line -> shown.names().get(line) + " " + shown.write(LinePainter.value(point, line)))
            .collect(Collectors.joining(", "));
    return Double.isNaN(shown.target()) ? values : values + "; " + targetText();
  }
}
