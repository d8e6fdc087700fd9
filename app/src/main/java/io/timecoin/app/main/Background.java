package io.timecoin.app.main;

import io.timecoin.app.fx.FxPulse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Work that must not happen on the FX thread, and the way back from it. */
final class Background implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("background-", 1).factory());

  /** For what must not overtake what was asked for earlier, such as writing one file. */
  private final ExecutorService queue =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("background-in-order").factory());

  /** Nothing that came back since the last frame may be lost, so frames merge by listing. */
  private final FxPulse<List<Runnable>> back =
      FxPulse.perFrame(Background::joined, tasks -> tasks.forEach(Runnable::run));

  void run(Runnable work) {
    run(threads, work);
  }

  /** Runs it after all that was handed to this method before. */
  void inOrder(Runnable work) {
    run(queue, work);
  }

  private static void run(ExecutorService where, Runnable work) {
    try {
      where.execute(work);
    } catch (RejectedExecutionException e) {
      // closing: nobody waits for it
    }
  }

  /** Runs it on the FX thread at the next frame; any thread. */
  void backOnScreen(Runnable work) {
    back.accept(List.of(work));
  }

  private static List<Runnable> joined(List<Runnable> earlier, List<Runnable> later) {
    List<Runnable> both = new ArrayList<>(earlier);
    both.addAll(later);
    return both;
  }

  /** What was asked for in order is still done; blocks for that, two seconds at most. */
  @Override
  public void close() {
    threads.shutdownNow();
    queue.shutdown();
    try {
      if (!queue.awaitTermination(2, TimeUnit.SECONDS)) {
        queue.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
