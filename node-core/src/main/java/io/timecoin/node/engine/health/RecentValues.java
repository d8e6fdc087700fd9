package io.timecoin.node.engine.health;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The last so many numbers; the oldest gives way. Not safe for several threads. */
public final class RecentValues {
  private final long[] values;
  private long count;

  /** Holds nothing yet. */
  public RecentValues(int size) {
    this.values = new long[size];
  }

  /** Takes one more. */
  public void add(long value) {
    values[(int) (count++ % values.length)] = value;
  }

  /** How many are held. */
  public int size() {
    return (int) Math.min(count, values.length);
  }

  /** Nearest-rank percentile, or null without a value. */
  public @Nullable Double percentile(double share) {
    if (size() == 0) {
      return null;
    }
    long[] sorted = Arrays.copyOf(values, size());
    Arrays.sort(sorted);
    return (double) sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
