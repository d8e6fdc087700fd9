package io.timecoin.node.runtime.loop;

import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.Turn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the engine on one thread. While one turn is being written, the next ones' events gather:
 * that is all the group commit there is. A bug in the engine ends the loop: a node that may have
 * lost its mind must not vote, and its journal brings it back.
 */
public final class EngineLoop {
  /** Events of one turn at most. */
  private static final int TURN_EVENTS_MAX = 512;

  private static final long TICK_NANOS = Duration.ofMillis(25).toNanos();
  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);

  private final Turn turn;
  private final EventQueue queue;
  private final Effects effects;
  private final DurableOutlet durable;
  private final NodeClock clock;
  private final List<EngineEvent> events = new ArrayList<>();
  private @Nullable Thread thread;
  private volatile boolean stopping;

  /** Not started yet. */
  public EngineLoop(Turn turn, EventQueue queue, Effects effects, InstantSource clock) {
    this.turn = turn;
    this.queue = queue;
    this.effects = effects;
    this.durable = new DurableOutlet(effects);
    this.clock = new NodeClock(clock);
  }

  /** Starts the thread. */
  public void start(String name) {
    thread = Thread.ofPlatform().name(name).start(this::run);
  }

  private void run() {
    try {
      turnUntilStopped();
      durable.retry(Long.MAX_VALUE);
      if (durable.lost() > 0) {
        LOG.error("{} records could not be written; nobody was told of them", durable.lost());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("the engine's thread was interrupted; {} events are dropped", queue.size());
    } catch (RuntimeException | Error e) {
      LOG.error("a bug ended the engine; restart the node and report this", e);
      queue.close();
      effects.broken(e);
    }
  }

  private void turnUntilStopped() throws InterruptedException {
    long nextTick = System.nanoTime() + TICK_NANOS;
    while (!stopping || queue.size() > 0) {
      events.clear();
      long wait = nextTick - System.nanoTime();
      if (durable.hasRoom()) {
        queue.take(events, TURN_EVENTS_MAX, wait);
      } else if (stopping) {
        return;
      } else {
        LockSupport.parkNanos(wait);
      }
      if (System.nanoTime() - nextTick >= 0) {
        events.add(new EngineEvent.Tick());
        nextTick = System.nanoTime() + TICK_NANOS;
      }
      if (!events.isEmpty()) {
        run(events);
      }
      durable.retry(clock.nowMs()).ifPresent(event -> run(List.of(event)));
    }
  }

  private void run(List<EngineEvent> batch) {
    long nowMs = clock.nowMs();
    Turn.Result result = turn.run(batch, nowMs);
    durable.turn(result, nowMs).ifPresent(event -> run(List.of(event)));
  }

  /** Works off what waits, tries to write what is held, and ends the thread. */
  public void stop() throws InterruptedException {
    queue.close();
    stopping = true;
    if (thread != null && thread != Thread.currentThread()) {
      thread.join();
    }
  }
}
