package io.timecoin.node.cli.soak;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at the network, and before something is broken. */
final class Pause {
  private static final Duration SHORT = Duration.ofMillis(50);

  private Pause() {}

  static void shortly() throws InterruptedException {
    of(SHORT);
  }

  static void of(Duration time) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
