package io.timecoin.app.fx.vote;

import io.timecoin.app.fx.Fonts;
import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.draw.InkRegion;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Paints the gauge, the quorum tick and the track of a vote ring; {@link SeatPainter} its seats.
 */
final class RingPainter {

  private static final double GAUGE_WIDTH = 6;
  private static final double GLOW_WIDTH = 14;
  private static final double TRACK_WIDTH = 1.5;
  private static final double TICK_WIDTH = 2;
  private static final double PILL_HEIGHT = 18;

  private final InkRegion inks;
  private final GraphicsContext g;
  private final RingGeometry at;
  private final SeatPainter seatPainter;

  RingPainter(InkRegion inks, GraphicsContext g, RingGeometry at) {
    this.inks = inks;
    this.g = g;
    this.at = at;
    this.seatPainter = new SeatPainter(inks, g, at);
  }

  void paint(Votes votes, RingMotion motion, int marked) {
    double commits = levelled(votes.seats(), motion, 0.5);
    if (at.gauge() > 0) {
      gauge(commits, levelled(votes.seats(), motion, 0), votes.isFinal());
    }
    if (!at.dense()) {
      track();
    }
    for (int i = 0; i < votes.seats().size(); i++) {
      seatPainter.paint(votes.seats().get(i), i, motion, i == marked);
    }
    if (at.gauge() > 0) {
      quorumPill(votes);
      labels(votes);
    } else {
      quorumTick(votes);
    }
  }

  /** Seats counted as far as their level has risen above {@code base}, so that the gauge flows. */
  private static double levelled(List<Seat> seats, RingMotion motion, double base) {
    double sum = 0;
    for (int i = 0; i < seats.size(); i++) {
      sum += Math.clamp((motion.level(i) - base) * 2, 0, 1);
    }
    return sum;
  }

  private void gauge(double commits, double prepares, boolean isFinal) {
    if (isFinal) {
      g.setLineCap(StrokeLineCap.BUTT);
      arc(at.gauge(), 0, commits, GLOW_WIDTH, inks.ink(Ink.FINALIZED, 0.14));
    }
    g.setLineCap(StrokeLineCap.ROUND);
    arc(at.gauge(), 0, at.seats(), GAUGE_WIDTH, inks.ink(Ink.LINE));
    arc(at.gauge(), 0, prepares, GAUGE_WIDTH, inks.ink(Ink.PENDING, 0.45));
    arc(at.gauge(), 0, commits, GAUGE_WIDTH, inks.ink(Ink.FINALIZED));
  }

  /**
   * The thin line from seat to seat, interrupted by the seats so that any ground shines through.
   */
  private void track() {
    double gap = (at.seat() + 3) / at.orbit() / at.turn(1);
    g.setLineCap(StrokeLineCap.BUTT);
    for (int i = 0; i < at.seats(); i++) {
      arc(at.orbit(), i + 0.5 + gap, 1 - 2 * gap, TRACK_WIDTH, inks.ink(Ink.LINE));
    }
  }

  private void arc(double radius, double fromSeat, double seats, double width, Color color) {
    if (seats <= 0) {
      return;
    }
    g.setStroke(color);
    g.setLineWidth(width);
    g.strokeArc(
        at.x() - radius,
        at.y() - radius,
        2 * radius,
        2 * radius,
        90 - Math.toDegrees(at.turn(fromSeat)),
        -Math.toDegrees(at.turn(seats)),
        ArcType.OPEN);
  }

  private void quorumTick(Votes votes) {
    if (votes.quorum() <= 0) {
      return;
    }
    double angle = at.turn(votes.quorum());
    g.setLineCap(StrokeLineCap.ROUND);
    g.setStroke(inks.ink(Ink.FG));
    g.setLineWidth(1.5);
    line(angle, at.orbit() - 1, at.orbit() + at.seat() + 1);
  }

  private void quorumPill(Votes votes) {
    if (votes.quorum() <= 0) {
      return;
    }
    boolean reached = votes.commits() >= votes.quorum();
    double angle = at.turn(votes.quorum());
    Color edge = inks.ink(reached ? Ink.FINALIZED : Ink.FG);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setStroke(edge);
    g.setLineWidth(TICK_WIDTH);
    line(angle, at.gauge(), at.orbit() + (at.dense() ? -at.seat() - 4 : at.seat()));
    String number = Integer.toString(votes.quorum());
    double width = PILL_HEIGHT + (number.length() - 1) * 8;
    double left = at.px(angle, at.gauge()) - width / 2;
    double top = at.py(angle, at.gauge()) - PILL_HEIGHT / 2;
    g.setFill(reached ? edge : inks.ink(Ink.SURFACE));
    g.fillRoundRect(left, top, width, PILL_HEIGHT, PILL_HEIGHT, PILL_HEIGHT);
    g.strokeRoundRect(left, top, width, PILL_HEIGHT, PILL_HEIGHT, PILL_HEIGHT);
    g.setFont(Font.font(Fonts.TEXT_SEMI_BOLD, 12));
    g.setFill(reached ? inks.ink(Ink.ON_SOLID) : inks.ink(Ink.FG));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(number, left + width / 2, top + PILL_HEIGHT / 2);
  }

  private void line(double angle, double from, double to) {
    g.strokeLine(at.px(angle, from), at.py(angle, from), at.px(angle, to), at.py(angle, to));
  }

  /** Names outside the ring where the width has room for them, else the seats' numbers. */
  private void labels(Votes votes) {
    if (at.dense()) {
      return;
    }
    double room = at.x() - at.orbit() - at.seat() - 8;
    boolean names = votes.seats().stream().allMatch(seat -> seat.name().length() * 7.0 <= room);
    g.setFont(Font.font(Fonts.TEXT, 12));
    g.setFill(inks.ink(Ink.DIM));
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < votes.seats().size(); i++) {
      double angle = at.angle(i);
      double side = Math.sin(angle);
      g.setTextAlign(
          Math.abs(side) < 0.2
              ? TextAlignment.CENTER
              : side > 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
      String text = names ? votes.seats().get(i).name() : Integer.toString(i + 1);
      double away = at.orbit() + at.seat() + (Math.abs(side) < 0.2 ? 12 : 7);
      g.fillText(text, at.px(angle, away), at.py(angle, away));
    }
  }
}
