package io.timecoin.node.p2p.address;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubles with every failure up to a bound, of which a random
 * half is kept, so that nodes that lost each other together do not return together.
 */
public final class Backoff {
  private static final int DOUBLINGS_MAX = 30;

  private final long minMs;
  private final long maxMs;
  private final RandomGenerator random;

  /**
   * From at most {@code min} after the first failure to at most {@code max}.
   *
   * @throws IllegalArgumentException unless 1 ms ≤ min ≤ max
   */
  public Backoff(Duration min, Duration max, RandomGenerator random) {
    this.minMs = min.toMillis();
    this.maxMs = max.toMillis();
    this.random = random;
    if (minMs < 1 || maxMs < minMs) {
      throw new IllegalArgumentException("back-off needs 1 ms <= min <= max");
    }
  }

  /** Milliseconds to wait after so many failures in a row, of which there is at least one. */
  public long delayMs(int failures) {
    int doublings = Math.clamp(failures - 1L, 0, DOUBLINGS_MAX);
    long whole = Math.min(maxMs, minMs << doublings);
    long half = Math.max(1, whole / 2);
    return half + random.nextLong(whole - half + 1);
  }
}
