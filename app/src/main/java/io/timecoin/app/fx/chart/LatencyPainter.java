package io.timecoin.app.fx.chart;

import io.timecoin.app.fx.Fonts;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints a {@link LatencyChart}: axis at the left, named lines, the target, the marked moment. */
final class LatencyPainter {

  private static final double LEFT = 56;
  private static final double RIGHT = 112;
  private static final double TOP = 14;
  private static final double BOTTOM = 24;
  private static final double NAME_HEIGHT = 16;
  private static final List<Line> LINES =
      List.of(
          new Line("p99", Ink.LOCKED, LatencyPoint::p99, new double[] {2, 4}),
          new Line("p95", Ink.PENDING, LatencyPoint::p95, new double[] {7, 4}),
          new Line("p50", Ink.FINALIZED, LatencyPoint::p50, new double[] {}));

  private final InkRegion inks;
  private final GraphicsContext g;
  private final Formats formats;
  private final double width;
  private final double height;

  /** One percentile: told apart by its name and dashes, not only by colour. */
  private record Line(
      String name, Ink ink, ToDoubleFunction<LatencyPoint> value, double[] dashes) {}

  LatencyPainter(InkRegion inks, GraphicsContext g, Formats formats, double width, double height) {
    this.inks = inks;
    this.g = g;
    this.formats = formats;
    this.width = width;
    this.height = height;
  }

  /** The point whose moment is nearest to {@code x}, or -1 if there is none. */
  static int nearest(List<LatencyPoint> points, double width, double x) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < points.size(); i++) {
      double off = Math.abs(x(points, points.get(i).time(), width) - x);
      if (off < least) {
        least = off;
        best = i;
      }
    }
    return best;
  }

  void empty(String text) {
    g.setFill(inks.ink(Ink.MUTED));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(text, width / 2, height / 2);
  }

  void paint(List<LatencyPoint> points, double target, String targetText, int marked) {
    double largest = points.stream().mapToDouble(LatencyPoint::p99).max().orElse(1);
    LatencyScale scale = LatencyScale.upTo(largest);
    axis(scale);
    moments(points);
    target(scale, target, targetText);
    area(points, scale);
    for (Line line : LINES) {
      line(points, scale, line);
    }
    names(points, scale, marked);
    if (marked >= 0) {
      marked(points, scale, marked);
    }
  }

  private void axis(LatencyScale scale) {
    g.setLineDashes();
    g.setLineWidth(1);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    for (double value : scale.lines()) {
      double y = Math.rint(y(scale, value)) + 0.5;
      g.setStroke(inks.ink(Ink.LINE));
      g.strokeLine(LEFT, y, width - RIGHT, y);
      g.setFill(inks.ink(Ink.DIM));
      g.fillText(value == 0 ? "0" : formats.millis(value), LEFT - 8, y);
    }
  }

  private void moments(List<LatencyPoint> points) {
    g.setFill(inks.ink(Ink.DIM));
    g.setTextBaseline(VPos.BOTTOM);
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(clock(points.getFirst().time()), LEFT, height - 2);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(clock(points.getLast().time()), width - RIGHT, height - 2);
  }

  /** A target far above everything measured would flatten the picture: it is named at the top. */
  private void target(LatencyScale scale, double target, String text) {
    boolean above = target > scale.top();
    double y = above ? TOP : Math.rint(y(scale, target)) + 0.5;
    g.setFill(inks.ink(Ink.MUTED));
    g.setFont(Font.font(Fonts.TEXT_MEDIUM, 12));
    g.setTextAlign(TextAlignment.RIGHT);
    if (above) {
      g.setTextBaseline(VPos.CENTER);
      g.fillText(text + " ↑", width - RIGHT - 4, y + 10);
    } else {
      g.setStroke(inks.ink(Ink.FG));
      g.setLineWidth(1);
      g.setLineDashes(1, 3);
      g.strokeLine(LEFT, y, width - RIGHT, y);
      g.setLineDashes();
      g.setTextBaseline(VPos.BOTTOM);
      g.fillText(text, width - RIGHT - 4, y - 3);
    }
    g.setFont(Font.font(Fonts.TEXT, 12));
  }

  private void area(List<LatencyPoint> points, LatencyScale scale) {
    g.beginPath();
    g.moveTo(x(points, points.getFirst().time(), width), y(scale, 0));
    for (LatencyPoint point : points) {
      g.lineTo(x(points, point.time(), width), y(scale, point.p50()));
    }
    g.lineTo(x(points, points.getLast().time(), width), y(scale, 0));
    g.closePath();
    g.setFill(
        new LinearGradient(
            0,
            TOP,
            0,
            height - BOTTOM,
            false,
            CycleMethod.NO_CYCLE,
            new Stop(0, inks.ink(Ink.FINALIZED, 0.42)),
            new Stop(1, inks.ink(Ink.FINALIZED, 0.06))));
    g.fill();
  }

  private void line(List<LatencyPoint> points, LatencyScale scale, Line line) {
    g.setStroke(inks.ink(line.ink()));
    g.setLineWidth(line.dashes().length == 0 ? 2 : 1.5);
    g.setLineDashes(line.dashes());
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.beginPath();
    for (int i = 0; i < points.size(); i++) {
      double px = x(points, points.get(i).time(), width);
      double py = y(scale, line.value().applyAsDouble(points.get(i)));
      if (i == 0) {
        g.moveTo(px, py);
      } else {
        g.lineTo(px, py);
      }
    }
    g.stroke();
    g.setLineDashes();
  }

  /** Names and values at the right, pushed apart so that they never cover each other. */
  private void names(List<LatencyPoint> points, LatencyScale scale, int marked) {
    LatencyPoint point = marked >= 0 ? points.get(marked) : points.getLast();
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    double lowest = height - BOTTOM - NAME_HEIGHT * (LINES.size() - 1);
    double next = TOP;
    for (Line line : LINES) {
      double value = line.value().applyAsDouble(point);
      double at = Math.clamp(y(scale, value), next, Math.max(next, lowest));
      g.setStroke(inks.ink(line.ink()));
      g.setLineWidth(2);
      g.setLineDashes(line.dashes());
      g.strokeLine(width - RIGHT + 10, at, width - RIGHT + 27, at);
      g.setLineDashes();
      g.setFill(inks.ink(Ink.FG));
      g.fillText(line.name(), width - RIGHT + 34, at);
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(formats.millis(value), width, at);
      g.setTextAlign(TextAlignment.LEFT);
      next = at + NAME_HEIGHT;
      lowest += NAME_HEIGHT;
    }
  }

  private void marked(List<LatencyPoint> points, LatencyScale scale, int index) {
    LatencyPoint point = points.get(index);
    double px = Math.rint(x(points, point.time(), width)) + 0.5;
    g.setStroke(inks.ink(Ink.LINE_STRONG));
    g.setLineWidth(1);
    g.strokeLine(px, TOP, px, height - BOTTOM);
    for (Line line : LINES) {
      double py = y(scale, line.value().applyAsDouble(point));
      g.setFill(inks.ink(Ink.SURFACE));
      g.fillOval(px - 4.5, py - 4.5, 9, 9);
      g.setFill(inks.ink(line.ink()));
      g.fillOval(px - 3, py - 3, 6, 6);
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.BOTTOM);
    g.setFill(inks.ink(Ink.FG));
    double text = Math.clamp(px, LEFT + 90, width - RIGHT - 90);
    g.fillText(clock(point.time()), text, height - 2);
  }

  private String clock(Instant time) {
    String withMillis = formats.clock(time);
    return withMillis.substring(0, withMillis.indexOf('.'));
  }

  private double y(LatencyScale scale, double value) {
    return height - BOTTOM - scale.height(value, height - BOTTOM - TOP);
  }

  private static double x(List<LatencyPoint> points, Instant time, double width) {
    double from = points.getFirst().time().toEpochMilli();
    double span = Math.max(1, points.getLast().time().toEpochMilli() - from);
    return LEFT + (time.toEpochMilli() - from) / span * (width - LEFT - RIGHT);
  }
}
