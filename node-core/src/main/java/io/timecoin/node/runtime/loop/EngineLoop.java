package io.timecoin.node.runtime.loop;

import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.engine.health.Conditions;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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

  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  /** A disk that takes longer for one write is not worth waiting for either. */
  private static final long STUCK_NANOS = Duration.ofSeconds(5).toNanos();

  private static final long TICK_NANOS = Duration.ofMillis(25).toNanos();
  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);

  private Turn turn;
  private final EventQueue queue;
  private final Effects effects;
  private final DurableOutlet durable;
  private final NodeClock clock;
  private final Surroundings surroundings;
  private final List<EngineEvent> events = new ArrayList<>();
  private final AtomicReference<@Nullable CompletableFuture<StatusReport>> asked =
      new AtomicReference<>();
  private Conditions conditions = Conditions.GOOD;
  private long nextLookNanos;
  private volatile long turnedNanos;
  private volatile boolean turning;
  private final AtomicReference<@Nullable Succession> succession = new AtomicReference<>();
  private @Nullable Thread thread;
  private volatile boolean stopping;

  /** Not started yet. */
  public EngineLoop(Turn turn, EventQueue queue, Effects effects, InstantSource clock) {
    this(turn, queue, effects, clock, Surroundings.GOOD);
  }

  /** Not started yet; tells the engine of its surroundings. */
  public EngineLoop(
      Turn turn,
      EventQueue queue,
      Effects effects,
      InstantSource clock,
      Surroundings surroundings) {
    this.turn = turn;
    this.queue = queue;
    this.effects = effects;
    this.durable = new DurableOutlet(effects);
    this.clock = new NodeClock(clock);
    this.surroundings = surroundings;
  }

  /** Starts the thread. */
  public void start(String name) {
    turnedNanos = System.nanoTime();
    nextLookNanos = turnedNanos;
    turning = true;
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
    } finally {
      turning = false;
    }
  }

  private void turnUntilStopped() throws InterruptedException {
    long nextTick = System.nanoTime() + TICK_NANOS;
    while (!stopping || queue.size() > 0) {
      succeed();
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
        look();
      }
      if (!events.isEmpty()) {
        run(events);
        answer();
      }
      durable.retry(clock.nowMs()).ifPresent(event -> runWithConditions(List.of(event)));
      turnedNanos = System.nanoTime();
    }
  }

  /** Lets another engine take the place of this one before the next turn. Any thread. */
  public void succeed(Succession next) {
    succession.set(next);
  }

  private void succeed() {
    Succession next = succession.getAndSet(null);
    if (next == null) {
      return;
    }
    try {
      turn = next.successor(turn);
      run(next.introduction());
    } catch (StoreException e) {
      LOG.error("the engine stays as it is: {}. {}", e.getMessage(), e.remedy());
      run(List.of(next.refusal()));
    }
  }

  private void run(List<EngineEvent> batch) {
    long nowMs = clock.nowMs();
    effects.begin();
    Turn.Result result = turn.run(batch, nowMs);
    List<EngineEvent> answers = durable.turn(result, nowMs);
    if (!answers.isEmpty()) {
      runWithConditions(answers);
    }
  }

  /** The disk's state changed: the engine hears why at once. */
  private void runWithConditions(List<EngineEvent> answers) {
    conditions = new Conditions(conditions.busy(), conditions.clockAheadMs(), durable.fault());
    List<EngineEvent> all = new ArrayList<>(answers);
    all.add(new EngineEvent.ConditionsChanged(conditions));
    run(all);
  }

  private void look() {
    if (System.nanoTime() - nextLookNanos < 0) {
      return;
    }
    nextLookNanos = System.nanoTime() + LOOK_NANOS;
    Conditions now =
        new Conditions(surroundings.busy(), surroundings.clockAheadMs(), durable.fault());
    if (!now.equals(conditions)) {
      conditions = now;
      events.add(new EngineEvent.ConditionsChanged(now));
    }
  }

  private void answer() {
    CompletableFuture<StatusReport> waiting = asked.getAndSet(null);
    if (waiting != null) {
      waiting.complete(turn.status());
    }
  }

  /** The engine's status after its next turn; never, if the loop does not turn. Any thread. */
  public CompletableFuture<StatusReport> status() {
    while (true) {
      CompletableFuture<StatusReport> waiting = asked.get();
      CompletableFuture<StatusReport> mine = waiting == null ? new CompletableFuture<>() : waiting;
      if (waiting != null || asked.compareAndSet(null, mine)) {
        return mine.copy();
      }
    }
  }

  /** Whether the thread runs and is not stuck in a turn. Any thread. */
  public boolean isTurning() {
    return turning && System.nanoTime() - turnedNanos < STUCK_NANOS;
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
