package io.timecoin.app.view;

import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The product's mark: seven seats, five of them taken, and a clock's hands that tick them off. */
public final class Mark extends InkRegion {

  private static final int SEATS = 7;
  private static final int TAKEN = 5;
  private static final double TURN = 360.0 / SEATS;

  /** A square of that many pixels. */
  public Mark(double side) {
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Timekeeper");
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double stroke = width * 0.095;
    double inset = stroke / 2 + 1;
    double gap = 16;
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineWidth(stroke);
    for (int seat = 0; seat < SEATS; seat++) {
      g.setStroke(seat < TAKEN ? ink(Ink.FINALIZED) : ink(Ink.FINALIZED, 0.28));
      double start = 90 - seat * TURN - gap / 2;
      g.strokeArc(
          inset, inset, width - 2 * inset, height - 2 * inset, start, gap - TURN, ArcType.OPEN);
    }
    g.setStroke(ink(Ink.FINALIZED));
    g.strokePolyline(
        new double[] {width * 0.34, width * 0.46, width * 0.68},
        new double[] {height * 0.50, height * 0.62, height * 0.36},
        3);
  }
}
