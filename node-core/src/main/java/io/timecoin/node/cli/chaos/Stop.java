package io.timecoin.node.cli.chaos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run before its time: all its threads wait here and nowhere else. Safe on any thread. */
final class Stop {
  private final CountDownLatch asked = new CountDownLatch(1);

  void ask() {
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Lets time pass, or less of it when the run ends. */
  void pause(Duration time) throws CutShortException, InterruptedException {
    if (asked.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new CutShortException();
    }
  }

  /** Lets time pass until then, as {@link System#nanoTime} counts. */
  void pauseUntil(long nanoTime) throws CutShortException, InterruptedException {
    pause(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
  }
}
