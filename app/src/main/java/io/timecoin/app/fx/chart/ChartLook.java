package io.timecoin.app.fx.chart;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What the lines of a chart are.
 *
 * @param names of the lines from first to third, one to three
 * @param value writes a value with its unit
 * @param target what should not be exceeded, or NaN if nothing is asked for
 * @param gap two points further apart are not joined: nothing is known in between
 * @param none said where there is nothing to show
 */
public record ChartLook(
    List<String> names, DoubleFunction<String> value, double target, Duration gap, String none) {

  public ChartLook {
    names = List.copyOf(names);
  }

  /** A value with its unit, or a dash where there is none. */
  public String write(double number) {
    return Double.isNaN(number) ? "–" : value.apply(number);
  }
}
