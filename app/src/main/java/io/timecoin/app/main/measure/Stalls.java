package io.timecoin.app.main.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;

/**
 * Pauses of the FX thread, beside those of a thread that does nothing: what both have is the
 * machine's, what only the first has is ours.
 */
final class Stalls implements AutoCloseable {

  /** A pause that people notice. */
  static final long STALL_NANOS = 100_000_000L;

  private static final long TICK_NANOS = 10_000_000L;

  private final Gaps screen = new Gaps();
  private final Gaps control = new Gaps();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          screen.tick(System.nanoTime());
        }
      };
  private final Thread idle = Thread.ofPlatform().daemon().name("control").unstarted(this::tick);

  /** How regularly something came. */
  static final class Gaps {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong stalls = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private volatile long last;

    void tick(long now) {
      long before = last;
      last = now;
      count.incrementAndGet();
      if (before != 0) {
        longest.accumulateAndGet(now - before, Math::max);
        if (now - before > STALL_NANOS) {
          stalls.incrementAndGet();
        }
      }
    }

    long count() {
      return count.get();
    }

    long stalls() {
      return stalls.get();
    }

    double longestMillis() {
      return longest.get() / 1e6;
    }

    void reset() {
      last = 0;
      count.set(0);
      stalls.set(0);
      longest.set(0);
    }
  }

  /** On the FX thread. */
  void start() {
    timer.start();
    idle.start();
  }

  private void tick() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(TICK_NANOS);
      control.tick(System.nanoTime());
    }
  }

  /** From now on. */
  void reset() {
    screen.reset();
    control.reset();
  }

  Gaps screen() {
    return screen;
  }

  Gaps control() {
    return control;
  }

  /** On the FX thread. */
  @Override
  public void close() {
    timer.stop();
    idle.interrupt();
  }
}
