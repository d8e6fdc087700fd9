package io.timecoin.node.cli.chaos.report;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * Double spends in rows, so that none covers another as long as the rows suffice.
 *
 * @param places of each, from 0
 * @param count how many rows there are
 */
record Rows(Map<Contest, Integer> places, int count) {
  private static final double BETWEEN = 8;

  /**
   * Each in the first row with room for it; where none has, in the one that has it soonest.
   *
   * @param x where a time is
   */
  static Rows of(List<Contest> contests, LongToDoubleFunction x, int most) {
    Map<Contest, Integer> places = new IdentityHashMap<>();
    double[] takenTo = new double[most];
    int count = 0;
    for (Contest contest : contests) {
      double from = x.applyAsDouble(contest.beganNs());
      int row = 0;
      for (int i = 0; i < most && takenTo[row] > from; i++) {
        row = takenTo[i] <= from || takenTo[i] < takenTo[row] ? i : row;
      }
      double to = Math.max(x.applyAsDouble(contest.resolvedNs()), from + Marks.WIDTH);
      takenTo[row] = Math.max(takenTo[row], to + BETWEEN);
      places.put(contest, row);
      count = Math.max(count, row + 1);
    }
    return new Rows(places, count);
  }
}
