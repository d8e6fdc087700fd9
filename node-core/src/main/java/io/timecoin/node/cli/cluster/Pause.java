package io.timecoin.node.cli.cluster;

import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.console.CommandFailedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at the network, and before something is broken. */
public final class Pause {
  private static final Duration SHORT = Duration.ofMillis(50);

  private Pause() {}

  /** A look at the network. */
  public interface Look {
    /** Whether what is waited for is so. */
    boolean holds() throws CommandFailedException, ConnectionLostException, InterruptedException;
  }

  /** The deadline that is this far away, as {@link System#nanoTime} counts. */
  public static long after(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  /** Looks again and again, at least once; whether it held by the deadline. */
  public static boolean until(long deadlineNanos, Look look)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    while (!look.holds()) {
      if (System.nanoTime() - deadlineNanos > 0) {
        return false;
      }
      shortly();
    }
    return true;
  }

  /** Until it is worth looking again. */
  public static void shortly() throws InterruptedException {
    of(SHORT);
  }

  /** That long. */
  public static void of(Duration time) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
