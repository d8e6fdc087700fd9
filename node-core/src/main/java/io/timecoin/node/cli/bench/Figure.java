package io.timecoin.node.cli.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One measured quantity, with one sample a round.
 *
 * @param name stable, for programs
 * @param unit {@code ms}, {@code 1/s}, {@code bytes}, {@code s}
 * @param goal what it is held against, or null where there is none
 */
record Figure(String name, String unit, Better better, @Nullable Double goal, double[] samples) {
  /** Which direction is good. */
  enum Better {
    LOWER,
    HIGHER
  }

  Figure {
    if (samples.length == 0) {
      throw new IllegalArgumentException("nothing was measured for " + name);
    }
    samples = samples.clone();
    Arrays.sort(samples);
  }

  /** Lower is better. */
  static Figure cost(String name, String unit, @Nullable Double goal, double... samples) {
    return new Figure(name, unit, Better.LOWER, goal, samples);
  }

  /** Higher is better. */
  static Figure rate(String name, String unit, @Nullable Double goal, double... samples) {
    return new Figure(name, unit, Better.HIGHER, goal, samples);
  }

  double median() {
    return samples[samples.length / 2];
  }

  double min() {
    return samples[0];
  }

  double max() {
    return samples[samples.length - 1];
  }

  /** Median over goal, or null without a goal. */
  @Nullable Double ratio() {
    return goal == null ? null : median() / goal;
  }

  /** Whether the median reaches the goal, or null without a goal. */
  @Nullable Boolean goalMet() {
    if (goal == null) {
      return null;
    }
    return better == Better.LOWER ? median() <= goal : median() >= goal;
  }
}
