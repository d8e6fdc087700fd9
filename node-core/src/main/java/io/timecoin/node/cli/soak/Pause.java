package io.timecoin.node.cli.soak;

import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.console.CommandFailedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at the network, and before something is broken. */
final class Pause {
  private static final Duration SHORT = Duration.ofMillis(50);

  private Pause() {}

  /** A look at the network. */
  interface Look {
    boolean holds() throws CommandFailedException, ConnectionLostException, InterruptedException;
  }

  /** The deadline that is this far away, as {@link System#nanoTime} counts. */
  static long after(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  /** Looks again and again, at least once; whether it held by the deadline. */
  static boolean until(long deadlineNanos, Look look)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    while (!look.holds()) {
      if (System.nanoTime() - deadlineNanos > 0) {
        return false;
      }
      shortly();
    }
    return true;
  }

  static void shortly() throws InterruptedException {
    of(SHORT);
  }

  static void of(Duration time) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
