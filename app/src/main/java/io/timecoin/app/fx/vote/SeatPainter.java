package io.timecoin.app.fx.vote;

import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Paints one seat: a disc that fills from below like a glass, to the half when prepared and to the
 * brim when committed, or, where there are too many for discs, a bar like a watch's minute mark.
 */
final class SeatPainter {

  private static final double TICK_FROM_RADIUS = 7;
  private static final double RIPPLE_REACH = 7;
  private static final double BAR_OF_SPACING = 0.5;
  private static final double BAR_MAX = 5;

  private final InkRegion inks;
  private final GraphicsContext g;
  private final RingGeometry at;

  SeatPainter(InkRegion inks, GraphicsContext g, RingGeometry at) {
    this.inks = inks;
    this.g = g;
    this.at = at;
  }

  void paint(Seat seat, int index, RingMotion motion, boolean marked) {
    if (at.dense()) {
      bar(seat, index, motion.level(index), marked);
    } else {
      disc(seat, index, motion, marked);
    }
  }

  private void disc(Seat seat, int index, RingMotion motion, boolean marked) {
    double x = at.px(at.angle(index), at.orbit());
    double y = at.py(at.angle(index), at.orbit());
    double r = at.seat();
    double level = motion.level(index);
    double ripple = motion.ripple(index);
    Ink ink = level > 0.5 ? Ink.FINALIZED : seat.state().ink();
    if (ripple < 1) {
      ring(x, y, r + RIPPLE_REACH * ripple, 3, inks.ink(ink, 0.45 * (1 - ripple)));
    }
    if (marked) {
      ring(x, y, r + 3.5, 2, inks.ink(Ink.ACCENT));
    }
    double stroke = r < 5 ? 1.25 : 1.75;
    if (seat.state() == SeatState.OFFLINE) {
      g.setLineDashes(r * 0.42, r * 0.42);
    }
    ring(x, y, r - stroke / 2, stroke, inks.ink(ink));
    g.setLineDashes();
    fill(x, y, r, level, inks.ink(ink));
    if (seat.state() == SeatState.REJECTED) {
      cross(x, y, r * 0.42, r < 5 ? 1.25 : 2.25);
    }
    if (level > 0.75 && r >= TICK_FROM_RADIUS) {
      tick(x, y, r, (level - 0.75) * 4);
    }
  }

  private void ring(double x, double y, double radius, double width, Color color) {
    g.setLineCap(StrokeLineCap.BUTT);
    g.setStroke(color);
    g.setLineWidth(width);
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** The part of the disc below the surface: a chord of the circle. */
  private void fill(double x, double y, double r, double level, Color color) {
    if (level <= 0) {
      return;
    }
    double half = Math.toDegrees(Math.acos(1 - 2 * Math.min(1, level)));
    g.setFill(color);
    g.fillArc(x - r, y - r, 2 * r, 2 * r, 270 - half, 2 * half, ArcType.CHORD);
  }

  private void cross(double x, double y, double reach, double width) {
    g.setLineCap(StrokeLineCap.ROUND);
    g.setStroke(inks.ink(Ink.REJECTED));
    g.setLineWidth(width);
    g.strokeLine(x - reach, y - reach, x + reach, y + reach);
    g.strokeLine(x + reach, y - reach, x - reach, y + reach);
  }

  private void tick(double x, double y, double r, double opacity) {
    double u = r / 16;
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setStroke(inks.ink(Ink.ON_SOLID, opacity));
    g.setLineWidth(Math.max(1.5, 2.5 * u));
    g.strokePolyline(
        new double[] {x - 6 * u, x - 1.6 * u, x + 6.4 * u},
        new double[] {y + 0.6 * u, y + 5 * u, y - 4.6 * u},
        3);
  }

  private void bar(Seat seat, int index, double level, boolean marked) {
    double width = Math.min(BAR_MAX, at.turn(1) * at.orbit() * BAR_OF_SPACING);
    double length = 2 * at.seat();
    g.save();
    g.translate(at.px(at.angle(index), at.orbit()), at.py(at.angle(index), at.orbit()));
    g.rotate(Math.toDegrees(at.angle(index)));
    if (marked) {
      g.setFill(inks.ink(Ink.ACCENT, 0.3));
      block(-width / 2 - 2, -length / 2 - 3, width + 4, length + 6);
    }
    Ink ink = level > 0.5 ? Ink.FINALIZED : seat.state().ink();
    switch (seat.state()) {
      case EMPTY, PREPARED, COMMITTED -> {
        g.setFill(inks.ink(Ink.LINE_STRONG, 0.35));
        block(-width / 2, -length / 2, width, length);
        g.setFill(inks.ink(ink));
        block(-width / 2, length / 2 - length * level, width, length * level);
      }
      case REJECTED -> {
        g.setFill(inks.ink(ink));
        block(-width / 2, -length / 2, width, length * 0.36);
        block(-width / 2, length * 0.14, width, length * 0.36);
      }
      case OFFLINE -> {
        g.setFill(inks.ink(ink));
        for (int dash = -1; dash <= 1; dash++) {
          block(-width / 4, dash * length / 3 - length / 14, width / 2, length / 7);
        }
      }
    }
    g.restore();
  }

  private void block(double left, double top, double width, double height) {
    if (height > 0) {
      g.fillRoundRect(left, top, width, height, width, Math.min(width, height));
    }
  }
}
