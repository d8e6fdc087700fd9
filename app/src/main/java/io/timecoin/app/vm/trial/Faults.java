package io.timecoin.app.vm.trial;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is broken, or shall be.
 *
 * @param stopped indexes of masternodes that do not run
 * @param delayMillis every message between masternodes arrives that much later
 * @param apart indexes of the masternodes that cannot reach the others; empty: none
 */
public record Faults(Set<Integer> stopped, long delayMillis, Set<Integer> apart) {

  /** Nothing. */
  public static final Faults NONE = new Faults(Set.of(), 0, Set.of());

  public Faults {
    stopped = Set.copyOf(stopped);
    apart = Set.copyOf(apart);
  }

  /** Whether all is as it should be. */
  public boolean areNone() {
    return equals(NONE);
  }

  /** The same with other nodes stopped. */
  public Faults stopping(Set<Integer> nodes) {
    return new Faults(nodes, delayMillis, apart);
  }

  /** The same, but that node runs. */
  public Faults starting(int node) {
    Set<Integer> fewer = new TreeSet<>(stopped);
    fewer.remove(node);
    return stopping(fewer);
  }

  /** The same with another delay. */
  public Faults delaying(long millis) {
    return new Faults(stopped, millis, apart);
  }

  /** The same with others apart. */
  public Faults parting(Set<Integer> nodes) {
    return new Faults(stopped, delayMillis, nodes);
  }

  /** Whether one can reach the other: both run, on the same side. */
  public boolean connected(int one, int other) {
    return !stopped.contains(one)
        && !stopped.contains(other)
        && apart.contains(one) == apart.contains(other);
  }
}
