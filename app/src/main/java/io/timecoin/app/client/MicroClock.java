package io.timecoin.app.client;

import java.time.Clock;
import java.time.Instant;

/**
 * Microseconds since 1970 that never jump: the wall clock as it was when this object was made, and
 * from then on the machine's steady counter. Spans of milliseconds are measured with it.
 */
public final class MicroClock {

  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final long startMicros;
  private final long startNanos;

  /** Starts from what this clock says now. */
  public MicroClock(Clock wall) {
    Instant start = wall.instant();
    this.startMicros =
        start.getEpochSecond() * MICROS_PER_SECOND + start.getNano() / NANOS_PER_MICRO;
    this.startNanos = System.nanoTime();
  }

  /** Microseconds since 1970; any thread. */
  public long now() {
    return startMicros + (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
  }
}
