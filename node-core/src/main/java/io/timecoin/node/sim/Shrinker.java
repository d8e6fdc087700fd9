package io.timecoin.node.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves out faults as long as the run still breaks a promise: halves first, then ever smaller
 * parts, until no single one can be spared.
 */
public final class Shrinker {
  private final Predicate<List<Fault>> stillFails;
  private final int runsMax;
  private int runs;

  /**
   * Bounded by a number of runs.
   *
   * @param stillFails whether a run with these faults breaks a promise
   */
  public Shrinker(Predicate<List<Fault>> stillFails, int runsMax) {
    this.stillFails = stillFails;
    this.runsMax = runsMax;
  }

  /** Faults, of those given, that suffice. */
  public List<Fault> shrink(List<Fault> faults) {
    List<Fault> kept = faults;
    int parts = 2;
    while (!kept.isEmpty() && runs < runsMax) {
      int size = Math.ceilDiv(kept.size(), parts);
      List<Fault> fewer = without(kept, size);
      if (fewer.size() < kept.size()) {
        kept = fewer;
        parts = Math.max(2, parts - 1);
      } else if (size == 1) {
        return kept;
      } else {
        parts = Math.min(kept.size(), 2 * parts);
      }
    }
    return kept;
  }

  /** The faults without the first part of that size that can be spared, or all of them. */
  private List<Fault> without(List<Fault> faults, int size) {
    for (int from = 0; from < faults.size() && runs < runsMax; from += size) {
      List<Fault> fewer = new ArrayList<>(faults);
      fewer.subList(from, Math.min(faults.size(), from + size)).clear();
      runs++;
      if (stillFails.test(fewer)) {
        return List.copyOf(fewer);
      }
    }
    return faults;
  }
}
