package io.timecoin.node.cli.bench;

import java.util.List;
import java.util.function.Consumer;

/** Something that is measured by itself: makes what it needs, and takes it away again. */
interface Measure {
  /** Stable, for {@code --only}. */
  String name();

  /**
   * Measures.
   *
   * @param quick a fraction of the work: the figures are rougher
   * @param progress told what it does, a line each
   */
  List<Figure> run(boolean quick, Consumer<String> progress) throws Exception;

  /** The value below which that share of the sorted samples lies; NaN without any. */
  static double percentile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }
}
