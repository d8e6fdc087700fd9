package io.timecoin.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The one hop to the FX thread: keeps what came last, and has at most one hop under way however
 * many values come. A burst of a thousand changes is painted once a frame.
 *
 * <p>{@link #accept} may be called by any thread and never blocks. The sink runs where the executor
 * runs it, with what was the latest value at that moment.
 *
 * @param <T> an immutable value
 */
public final class FxPulse<T> implements Consumer<T> {

  private final AtomicReference<@Nullable T> pending = new AtomicReference<>();
  private final Executor hop;
  private final BinaryOperator<T> merge;
  private final Consumer<? super T> sink;

  /**
   * A pulse that hands on the latest value.
   *
   * @param hop runs what it is given later, once, on the thread of the sink
   */
  public FxPulse(Executor hop, Consumer<? super T> sink) {
    this(hop, (_, latest) -> latest, sink);
  }

  /**
   * A pulse that merges what came since the last frame, for values that must not be lost.
   *
   * @param merge puts an earlier and a later value together; pure, may be called again on
   *     contention
   */
  public FxPulse(Executor hop, BinaryOperator<T> merge, Consumer<? super T> sink) {
    this.hop = hop;
    this.merge = merge;
    this.sink = sink;
  }

  /** A pulse to the FX thread, at the beginning of a frame. */
  public static <T> FxPulse<T> perFrame(Consumer<? super T> sink) {
    return new FxPulse<>(new Frames(), sink);
  }

  /**
   * A pulse to the FX thread, at the beginning of a frame, that merges what came since the last.
   */
  public static <T> FxPulse<T> perFrame(BinaryOperator<T> merge, Consumer<? super T> sink) {
    return new FxPulse<>(new Frames(), merge, sink);
  }

  @Override
  public void accept(T value) {
    T before = pending.getAndAccumulate(value, this::join);
    if (before == null) {
      hop.execute(this::deliver);
    }
  }

  private @Nullable T join(@Nullable T earlier, @Nullable T later) {
    return earlier == null || later == null ? later : merge.apply(earlier, later);
  }

  private void deliver() {
    T latest = pending.getAndSet(null);
    if (latest != null) {
      sink.accept(latest);
    }
  }

  /** Runs tasks at the start of the next frame; the timer ticks only while there are any. */
  private static final class Frames implements Executor {

    private final Deque<Runnable> due = new ArrayDeque<>();
    private @Nullable AnimationTimer timer;

    @Override
    public void execute(Runnable task) {
      Platform.runLater(
          () -> {
            due.add(task);
            timer().start();
          });
    }

    private AnimationTimer timer() {
      AnimationTimer made = timer;
      if (made == null) {
        made =
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                for (int left = due.size(); left > 0; left--) {
                  due.remove().run();
                }
              }
            };
        timer = made;
      }
      return made;
    }
  }
}
