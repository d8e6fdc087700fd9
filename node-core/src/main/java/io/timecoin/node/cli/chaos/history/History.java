package io.timecoin.node.cli.chaos.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The events of one run, in the order they were recorded. Bounded: past the bound nothing is
 * recorded, which {@link #isFull} says. Safe on any thread.
 */
public final class History {
  private static final int EVENTS_MAX = 5_000_000;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final List<Event> events = new ArrayList<>();
  private final long originNs;
  private final long originNanoTime;

  /** Times are counted from here by a clock that is never set. */
  public History() {
    Instant now = Instant.now();
    this.originNs = now.getEpochSecond() * NANOS_A_SECOND + now.getNano();
    this.originNanoTime = System.nanoTime();
  }

  /** Nanoseconds since 1970. */
  public long nowNs() {
    return ns(System.nanoTime());
  }

  /** The same of a {@link System#nanoTime}. */
  public long ns(long nanoTime) {
    return originNs + (nanoTime - originNanoTime);
  }

  /** Records what happens now. */
  public void add(LongFunction<Event> event) {
    synchronized (events) {
      append(event.apply(nowNs()));
    }
  }

  /** Records what carries its own time. */
  public void add(Event event) {
    synchronized (events) {
      append(event);
    }
  }

  private void append(Event event) {
    if (events.size() < EVENTS_MAX) {
      events.add(event);
    }
  }

  /** Whether there is no room: the run should end. */
  public boolean isFull() {
    synchronized (events) {
      return events.size() >= EVENTS_MAX;
    }
  }

  /** All so far. */
  public List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }
}
