package io.timecoin.app.fx.chart;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/**
 * A spend as a picture: the outputs spent at the left, recipients, change and fee at the right, and
 * between them bands as wide as their amounts, meeting in the transaction.
 *
 * <p>More than {@value #ROWS_MAX} parts on a side are gathered into one box.
 */
public final class SpendDiagram extends InkRegion {

  /** Boxes a side. */
  static final int ROWS_MAX = 5;

  private static final Texts TEXTS = Texts.of(SpendDiagram.class);
  private static final double BOX_HEIGHT = 52;
  private static final double GAP = 8;
  private static final double BOX_PART = 0.36;
  private static final double TRUNK = 40;
  private static final double TRUNK_WIDTH = 6;
  private static final double BAND_MIN = 2;
  private static final double WIDTH_MIN = 520;
  private static final double WIDTH_PREF = 760;

  private final ObjectProperty<Flow> flow = new SimpleObjectProperty<>(this, "flow", Flow.NONE);
  private List<FlowBox> left = List.of();
  private List<FlowBox> right = List.of();
  private Flow shown = Flow.NONE;

  /** An empty picture. */
  public SpendDiagram() {
    getStyleClass().add("tk-spend");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinWidth(WIDTH_MIN);
    setPrefWidth(WIDTH_PREF);
    flow.addListener((_, _, _) -> refresh());
    refresh();
  }

  /** What is shown; never null. */
  public ObjectProperty<Flow> flowProperty() {
    return flow;
  }

  /** Shows this spend from now on. */
  public void show(Flow newFlow) {
    flow.set(newFlow);
  }

  @Override
  protected double computePrefHeight(double width) {
    int rows = Math.max(1, Math.max(left.size(), right.size()));
    return rows * BOX_HEIGHT + (rows - 1) * GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double width = Math.rint(getWidth() * BOX_PART);
    place(left, 0, width);
    place(right, getWidth() - width, width);
  }

  private void place(List<FlowBox> boxes, double x, double width) {
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).resizeRelocate(x, top(i, boxes.size()), width, BOX_HEIGHT);
    }
  }

  private double top(int row, int rows) {
    double all = rows * BOX_HEIGHT + (rows - 1) * GAP;
    return Math.rint((getHeight() - all) / 2) + row * (BOX_HEIGHT + GAP);
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    double box = Math.rint(width * BOX_PART);
    double[] in = widths(shown.inputs());
    double[] out = widths(shown.outputs());
    double x = width / 2;
    bands(g, in, shown.inputs(), box, x - TRUNK_WIDTH / 2, height);
    bands(g, out, shown.outputs(), width - box, x + TRUNK_WIDTH / 2, height);
    double tall = Math.max(sum(in), sum(out)) + 8;
    g.setFill(ink(Ink.FG));
    g.fillRoundRect(
        x - TRUNK_WIDTH / 2, height / 2 - tall / 2, TRUNK_WIDTH, tall, TRUNK_WIDTH, TRUNK_WIDTH);
  }

  private void bands(
      GraphicsContext g, double[] wide, List<Flow.Part> parts, double at, double trunk, double h) {
    double y = h / 2 - sum(wide) / 2;
    for (int i = 0; i < wide.length; i++) {
      double end = top(i, wide.length) + BOX_HEIGHT / 2;
      g.setFill(ink(inkOf(parts.get(i).kind()), parts.get(i).kind() == Flow.Kind.FEE ? 0.8 : 0.38));
      band(g, at, end, trunk, y + wide[i] / 2, wide[i]);
      y += wide[i];
    }
  }

  /** A band of even width between two points, bent like an S. */
  private static void band(
      GraphicsContext g, double x1, double y1, double x2, double y2, double width) {
    double half = width / 2;
    double bend = (x1 + x2) / 2;
    g.beginPath();
    g.moveTo(x1, y1 - half);
    g.bezierCurveTo(bend, y1 - half, bend, y2 - half, x2, y2 - half);
    g.lineTo(x2, y2 + half);
    g.bezierCurveTo(bend, y2 + half, bend, y1 + half, x1, y1 + half);
    g.closePath();
    g.fill();
  }

  private static double[] widths(List<Flow.Part> parts) {
    double all = Math.max(1, parts.stream().mapToDouble(Flow.Part::units).sum());
    return parts.stream()
        .mapToDouble(part -> Math.max(BAND_MIN, part.units() / all * TRUNK))
        .toArray();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static Ink inkOf(Flow.Kind kind) {
    return switch (kind) {
      case INPUT -> Ink.CONFIRMED;
      case RECIPIENT -> Ink.FINALIZED;
      case CHANGE -> Ink.UNSPENT;
      case FEE -> Ink.LOCKED;
    };
  }

  private void refresh() {
    shown = new Flow(gathered(flow.get().inputs()), gathered(flow.get().outputs()));
    getChildren().removeAll(left);
    getChildren().removeAll(right);
    left = shown.inputs().stream().map(FlowBox::new).toList();
    right = shown.outputs().stream().map(FlowBox::new).toList();
    getChildren().addAll(left);
    getChildren().addAll(right);
    setAccessibleText(TEXTS.get("flow.spoken", spoken(shown.inputs()), spoken(shown.outputs())));
    repaint();
  }

  private static String spoken(List<Flow.Part> parts) {
    Formats formats = Formats.standard();
    return parts.stream()
        .map(part -> part.label() + " " + formats.amountWithUnit(part.units()))
        .collect(Collectors.joining(", "));
  }

  /** Change and fee come last and are kept; what is too many in front of them becomes one. */
  static List<Flow.Part> gathered(List<Flow.Part> parts) {
    if (parts.size() <= ROWS_MAX) {
      return parts;
    }
    List<Flow.Part> many =
        parts.stream()
            .filter(part -> part.kind() == Flow.Kind.INPUT || part.kind() == Flow.Kind.RECIPIENT)
            .toList();
    List<Flow.Part> rest = new ArrayList<>(parts);
    rest.removeAll(many);
    int kept = Math.max(0, ROWS_MAX - 1 - rest.size());
    List<Flow.Part> over = many.subList(Math.min(kept, many.size()), many.size());
    List<Flow.Part> shown = new ArrayList<>(many.subList(0, Math.min(kept, many.size())));
    shown.add(
        new Flow.Part(
            many.getFirst().kind(),
            TEXTS.get("flow.more", over.size()),
            over.stream().mapToLong(Flow.Part::units).sum()));
    shown.addAll(rest);
    return shown;
  }
}
