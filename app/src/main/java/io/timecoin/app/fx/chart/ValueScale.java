package io.timecoin.app.fx.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis from zero to a round number.
 *
 * @param top the largest value shown
 * @param step between two lines
 */
record ValueScale(double top, double step) {

  private static final int LINES = 4;
  private static final double HEADROOM = 1.15;

  /** An axis on which {@code largest} has some room above it. */
  static ValueScale upTo(double largest) {
    double raw = Math.max(1, largest * HEADROOM) / LINES;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = power * 10;
    for (double nice : new double[] {1, 2, 2.5, 5}) {
      if (nice * power >= raw) {
        step = nice * power;
        break;
      }
    }
    return new ValueScale(step * LINES, step);
  }

  /** Where the lines are drawn, from zero up. */
  List<Double> lines() {
    List<Double> lines = new ArrayList<>();
    for (int i = 0; i <= LINES; i++) {
      lines.add(i * step);
    }
    return lines;
  }

  /** The height above the bottom of a plot, clamped to it. */
  double height(double value, double plot) {
    return Math.clamp(value / top, 0, 1) * plot;
  }
}
