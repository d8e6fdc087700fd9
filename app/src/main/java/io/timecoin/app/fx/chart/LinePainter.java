package io.timecoin.app.fx.chart;

import io.timecoin.app.fx.Fonts;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints a {@link LineChart}: axis at the left, named lines, the target, the marked moment. */
final class LinePainter {

  private static final double LEFT = 56;
  private static final double RIGHT = 124;
  private static final double TOP = 14;
  private static final double BOTTOM = 24;
  private static final double NAME_HEIGHT = 16;
  private static final List<Pen> PENS =
      List.of(
          new Pen(Ink.FINALIZED, new double[] {}),
          new Pen(Ink.PENDING, new double[] {7, 4}),
          new Pen(Ink.LOCKED, new double[] {2, 4}));

  private final InkRegion inks;
  private final GraphicsContext g;
  private final Formats formats;
  private final ChartLook look;
  private final double width;
  private final double height;

  /** Lines are told apart by their names and dashes, not only by colour. */
  private record Pen(Ink ink, double[] dashes) {}

  LinePainter(
      InkRegion inks,
      GraphicsContext g,
      Formats formats,
      ChartLook look,
      double width,
      double height) {
    this.look = look;
    this.inks = inks;
    this.g = g;
    this.formats = formats;
    this.width = width;
    this.height = height;
  }

  /** The point whose moment is nearest to {@code x}, or -1 if there is none. */
  static int nearest(List<ChartPoint> points, double width, double x) {
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

  /** The value of one line, counted from 0. */
  static double value(ChartPoint point, int line) {
    return switch (line) {
      case 0 -> point.first();
      case 1 -> point.second();
      default -> point.third();
    };
  }

  void empty() {
    g.setFill(inks.ink(Ink.MUTED));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(look.none(), width / 2, height / 2);
  }

  void paint(List<ChartPoint> points, String targetText, int marked) {
    double largest =
        points.stream().flatMapToDouble(this::values).filter(Double::isFinite).max().orElse(1);
    ValueScale scale = ValueScale.upTo(largest);
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineJoin(StrokeLineJoin.ROUND);
    axis(scale);
    moments(points);
    if (!Double.isNaN(look.target())) {
      target(scale, look.target(), targetText);
    }
    area(points, scale);
    for (int line = look.names().size() - 1; line >= 0; line--) {
      line(points, scale, line);
    }
    names(points, scale, marked);
    if (marked >= 0) {
      marked(points, scale, marked);
    }
  }

  private DoubleStream values(ChartPoint point) {
    return IntStream.range(0, look.names().size()).mapToDouble(line -> value(point, line));
  }

  private void axis(ValueScale scale) {
    g.setLineDashes();
    g.setLineWidth(1);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    for (double value : scale.lines()) {
      double y = Math.rint(y(scale, value)) + 0.5;
      g.setStroke(inks.ink(Ink.LINE));
      g.strokeLine(LEFT, y, width - RIGHT, y);
      g.setFill(inks.ink(Ink.DIM));
      g.fillText(value == 0 ? "0" : look.write(value), LEFT - 8, y);
    }
  }

  private void moments(List<ChartPoint> points) {
    g.setFill(inks.ink(Ink.DIM));
    g.setTextBaseline(VPos.BOTTOM);
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(clock(points.getFirst().time()), LEFT, height - 2);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(clock(points.getLast().time()), width - RIGHT, height - 2);
  }

  /** A target far above everything measured would flatten the picture: it is named at the top. */
  private void target(ValueScale scale, double target, String text) {
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

  /** Under the first line, from gap to gap. */
  private void area(List<ChartPoint> points, ValueScale scale) {
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
    for (List<ChartPoint> run : runs(points, 0)) {
      g.beginPath();
      g.moveTo(x(points, run.getFirst().time(), width), y(scale, 0));
      for (ChartPoint point : run) {
        g.lineTo(x(points, point.time(), width), y(scale, point.first()));
      }
      g.lineTo(x(points, run.getLast().time(), width), y(scale, 0));
      g.closePath();
      g.fill();
    }
  }

  /** The parts of a line within which every value is known and no gap lies between two. */
  private List<List<ChartPoint>> runs(List<ChartPoint> points, int line) {
    List<List<ChartPoint>> runs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= points.size(); i++) {
      boolean ends = i == points.size() || Double.isNaN(value(points.get(i), line));
      if (i > from && (ends || apart(points.get(i - 1), points.get(i)))) {
        runs.add(points.subList(from, i));
        from = i;
      }
      if (ends) {
        from = i + 1;
      }
    }
    return runs;
  }

  private boolean apart(ChartPoint one, ChartPoint next) {
    return Duration.between(one.time(), next.time()).compareTo(look.gap()) > 0;
  }

  private void line(List<ChartPoint> points, ValueScale scale, int line) {
    Pen pen = PENS.get(line);
    for (List<ChartPoint> run : runs(points, line)) {
      if (run.size() == 1) { // would not be seen as a line
        dot(run.getFirst(), x(points, run.getFirst().time(), width), scale, line);
        continue;
      }
      g.setStroke(inks.ink(pen.ink()));
      g.setLineWidth(pen.dashes().length == 0 ? 2 : 1.5);
      g.setLineDashes(pen.dashes());
      g.beginPath();
      g.moveTo(x(points, run.getFirst().time(), width), y(scale, value(run.getFirst(), line)));
      for (ChartPoint point : run) {
        g.lineTo(x(points, point.time(), width), y(scale, value(point, line)));
      }
      g.stroke();
      g.setLineDashes();
    }
  }

  /** Names and values at the right, pushed apart so that they never cover each other. */
  private void names(List<ChartPoint> points, ValueScale scale, int marked) {
    ChartPoint point = marked >= 0 ? points.get(marked) : points.getLast();
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    int lines = look.names().size();
    double lowest = height - BOTTOM - NAME_HEIGHT * (lines - 1);
    double next = TOP;
    for (int line = lines - 1; line >= 0; line--) {
      double value = value(point, line);
      Pen pen = PENS.get(line);
      double at = Math.clamp(y(scale, value), next, Math.max(next, lowest));
      g.setStroke(inks.ink(pen.ink()));
      g.setLineWidth(2);
      g.setLineDashes(pen.dashes());
      g.strokeLine(width - RIGHT + 8, at, width - RIGHT + 25, at);
      g.setLineDashes();
      g.setFill(inks.ink(Ink.FG));
      g.fillText(look.names().get(line), width - RIGHT + 30, at);
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(look.write(value), width, at);
      g.setTextAlign(TextAlignment.LEFT);
      next = at + NAME_HEIGHT;
      lowest += NAME_HEIGHT;
    }
  }

  private void marked(List<ChartPoint> points, ValueScale scale, int index) {
    ChartPoint point = points.get(index);
    double px = Math.rint(x(points, point.time(), width)) + 0.5;
    g.setStroke(inks.ink(Ink.LINE_STRONG));
    g.setLineWidth(1);
    g.strokeLine(px, TOP, px, height - BOTTOM);
    for (int line = look.names().size() - 1; line >= 0; line--) {
      if (!Double.isNaN(value(point, line))) {
        dot(point, px, scale, line);
      }
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.BOTTOM);
    g.setFill(inks.ink(Ink.FG));
    double text = Math.clamp(px, LEFT + 90, width - RIGHT - 90);
    g.fillText(clock(point.time()), text, height - 2);
  }

  private void dot(ChartPoint point, double px, ValueScale scale, int line) {
    double py = y(scale, value(point, line));
    g.setFill(inks.ink(Ink.SURFACE));
    g.fillOval(px - 4.5, py - 4.5, 9, 9);
    g.setFill(inks.ink(PENS.get(line).ink()));
    g.fillOval(px - 3, py - 3, 6, 6);
  }

  private String clock(Instant time) {
    String withMillis = formats.clock(time);
    return withMillis.substring(0, withMillis.indexOf('.'));
  }

  private double y(ValueScale scale, double value) {
    return height - BOTTOM - scale.height(value, height - BOTTOM - TOP);
  }

  private static double x(List<ChartPoint> points, Instant time, double width) {
    double from = points.getFirst().time().toEpochMilli();
    double span = Math.max(1, points.getLast().time().toEpochMilli() - from);
    return LEFT + (time.toEpochMilli() - from) / span * (width - LEFT - RIGHT);
  }
}
