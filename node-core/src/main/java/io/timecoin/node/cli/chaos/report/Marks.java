package io.timecoin.node.cli.chaos.report;

import java.util.Collection;

/** The small signs of a time line. */
final class Marks {
  /** Height of a tick. */
  static final int TICK = 9;

  /** Least width of a contest: its two ends beside each other, however short it was. */
  static final double WIDTH = 9;

  private static final double RADIUS = 3.2;

  private Marks() {}

  /** A payment that became final at each of these. */
  static void ticks(Svg svg, Collection<Double> xs, double y) {
    StringBuilder path = new StringBuilder();
    xs.forEach(
        x ->
            path.append("M")
                .append(Svg.number(x))
                .append(' ')
                .append(Svg.number(y))
                .append('v')
                .append(TICK));
    if (!path.isEmpty()) {
      svg.path(path.toString(), "none", Palette.FINAL, 0.7);
    }
  }

  /** A double spend and what became of it. */
  static void contest(Svg svg, double from, double to, double y, Contest.End end) {
    double x = Math.max(to, from + WIDTH);
    switch (end) {
      case DECIDED -> {
        svg.line(from, y, x, y, Palette.CONTEST, 1.6, "");
        svg.circle(x, y, RADIUS, Palette.CONTEST, Palette.CONTEST, 1.4);
      }
      case RELEASED -> {
        svg.line(from, y, x, y, Palette.CONTEST, 1.6, "");
        svg.circle(x, y, RADIUS, Palette.PAPER, Palette.CONTEST, 1.4);
      }
      case UNSEEN -> {}
    }
    diamond(svg, from, y);
  }

  private static void diamond(Svg svg, double x, double y) {
    String d =
        "M%1$s %3$s L%2$s %4$s L%1$s %5$s L%6$s %4$s Z"
            .formatted(
                Svg.number(x),
                Svg.number(x + 4),
                Svg.number(y - 4),
                Svg.number(y),
                Svg.number(y + 4),
                Svg.number(x - 4));
    svg.path(d, Palette.PAPER, Palette.CONTEST, 1.4);
  }
}
