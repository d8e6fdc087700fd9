package io.timecoin.app.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: doubling up to a limit, each shortened by chance to between its half and
 * its whole, so that many wallets do not come back to a restarted node at one moment.
 */
final class Backoff {

  private static final int DOUBLINGS_MAX = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** How long to wait after one more failure. */
  Duration next() {
    long whole =
        Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, DOUBLINGS_MAX));
    failures++;
    return Duration.ofMillis(whole / 2 + (long) (random.nextDouble() * (whole - whole / 2.0)));
  }

  /** The next failure will be the first one again. */
  void succeeded() {
    failures = 0;
  }
}
