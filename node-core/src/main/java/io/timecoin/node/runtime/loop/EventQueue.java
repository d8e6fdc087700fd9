package io.timecoin.node.runtime.loop;

import io.timecoin.node.engine.EngineEvent;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to the engine. Bounded: what must not be lost waits for room, what may be
 * refused is refused earlier, so that wallets never crowd out votes. Safe on any thread.
 */
public final class EventQueue {
  private static final long LOOK_MS = 50;

  private final ArrayBlockingQueue<EngineEvent> events;
  private final int capacity;
  private final int refusalSize;
  private final LongAdder refused = new LongAdder();
  private volatile boolean closed;

  /** Holds up to that many events; refuses those that may be refused from three quarters on. */
  public EventQueue(int capacity) {
    this.events = new ArrayBlockingQueue<>(capacity);
    this.capacity = capacity;
    this.refusalSize = capacity - capacity / 4;
  }

  /** Takes the event unless the queue is nearly full. */
  public boolean offer(EngineEvent event) {
    boolean taken = !closed && events.size() < refusalSize && events.offer(event);
    if (!taken) {
      refused.increment();
    }
    return taken;
  }

  /**
   * Takes the event, waiting for room; drops it when the node stops or the thread is interrupted.
   */
  public void put(EngineEvent event) {
    try {
      while (!closed) {
        if (events.offer(event, LOOK_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the reader's connection is being closed
    }
  }

  /** Whether so much waits that only what matters should be added. */
  public boolean isBusy() {
    return events.size() > refusalSize / 8;
  }

  /** How many may wait. */
  public int capacity() {
    return capacity;
  }

  /** How many were refused since the start. */
  public long refused() {
    return refused.sum();
  }

  /** How many wait. */
  public int size() {
    return events.size();
  }

  /** Waits for the first event and takes up to {@code max} with it, or none when time is over. */
  void take(Collection<EngineEvent> into, int max, long timeoutNanos) throws InterruptedException {
    EngineEvent first = next(timeoutNanos);
    if (first != null) {
      into.add(first);
      events.drainTo(into, max - 1);
    }
  }

  private @Nullable EngineEvent next(long timeoutNanos) throws InterruptedException {
    return timeoutNanos <= 0 ? events.poll() : events.poll(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  /** No event is taken from now on; those inside stay. */
  void close() {
    closed = true;
  }
}
