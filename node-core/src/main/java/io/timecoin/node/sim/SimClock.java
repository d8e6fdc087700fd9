package io.timecoin.node.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time and what is due in it; what is due at the same time happens in order of asking. */
final class SimClock {
  /** When every run begins, in milliseconds since 1970. */
  static final long START_MS = 1_700_000_000_000L;

  private static final long MICROS = 1_000;

  private record Task(long atMicros, long order, Runnable action) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atMicros).thenComparingLong(Task::order));
  private long nowMicros = START_MS * MICROS;
  private long order;

  /** Milliseconds since 1970. */
  long nowMs() {
    return nowMicros / MICROS;
  }

  /** Microseconds since the run began. */
  long elapsedMicros() {
    return nowMicros - START_MS * MICROS;
  }

  /** Milliseconds since the run began. */
  long elapsedMs() {
    return elapsedMicros() / MICROS;
  }

  /** As {@link System#nanoTime} counts. */
  long nanos() {
    return elapsedMicros() * 1_000;
  }

  void after(long delayMs, Runnable action) {
    afterMicros(delayMs * MICROS, action);
  }

  void afterMicros(long delayMicros, Runnable action) {
    tasks.add(new Task(nowMicros + delayMicros, order++, action));
  }

  /** At that time since the run began, or now if it is past. */
  void at(long elapsedMs, Runnable action) {
    after(Math.max(0, elapsedMs - elapsedMs()), action);
  }

  /** Runs everything due in the next so many virtual milliseconds. */
  void run(long forMs) {
    long until = nowMicros + forMs * MICROS;
    while (!tasks.isEmpty() && tasks.peek().atMicros() <= until) {
      Task task = tasks.poll();
      nowMicros = task.atMicros();
      task.action().run();
    }
    nowMicros = until;
  }
}
