package io.timecoin.node.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one seed after the other on several threads; each run is a thread's own. */
public final class SeedLoop {
  private final SimProfile profile;
  private final long first;
  private final long count;
  private final int failuresMax;
  private final AtomicLong next;
  private final Tally tally = new Tally();
  private volatile boolean stopping;

  /** A seed that broke a promise. */
  public record Failure(long seed, String what) {}

  /**
   * What has been run so far.
   *
   * @param virtualMs of all runs together
   */
  public record Progress(
      long seeds,
      long virtualMs,
      long blocks,
      long payments,
      long released,
      long messages,
      List<Failure> failures) {}

  private static final class Tally {
    private final Coverage coverage = new Coverage();
    private final List<Failure> failures = new ArrayList<>();
    private long seeds;
    private long virtualMs;
    private long blocks;
    private long payments;
    private long released;
    private long messages;

    synchronized void add(SimRun.Result result) {
      seeds++;
      virtualMs += result.virtualMs();
      blocks += result.height();
      payments += result.payments();
      released += result.released();
      messages += result.messages();
      coverage.add(result.coverage());
    }

    synchronized void add(Failure failure) {
      seeds++;
      failures.add(failure);
    }

    synchronized Progress progress() {
      return new Progress(
          seeds, virtualMs, blocks, payments, released, messages, List.copyOf(failures));
    }
  }

  /**
   * Not running yet.
   *
   * @param failuresMax after so many failures no further seed is begun
   */
  public SeedLoop(SimProfile profile, long first, long count, int failuresMax) {
    this.profile = profile;
    this.first = first;
    this.count = count;
    this.failuresMax = failuresMax;
    this.next = new AtomicLong(first);
  }

  /** What has been run so far. Any thread. */
  public Progress progress() {
    return tally.progress();
  }

  /** What has been exercised; once the loop has ended. */
  public Coverage coverage() {
    return tally.coverage;
  }

  /** Begins no further seed. Any thread. */
  public void stop() {
    stopping = true;
  }

  /** Runs until all seeds have run or enough have failed. */
  public Progress run(int threads) throws InterruptedException {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("sim-" + i).daemon().start(this::work));
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } finally {
      stop();
    }
    return progress();
  }

  private void work() {
    while (!stopping && tally.progress().failures().size() < failuresMax) {
      long seed = next.getAndIncrement();
      if (seed >= first + count) {
        return;
      }
      String what = failure(seed, profile, SimRun.faults(seed, profile), tally::add);
      if (what != null) {
        tally.add(new Failure(seed, what));
      }
    }
  }

  /**
   * What a run breaks, or null. A bug that ends it is a failure too.
   *
   * @param kept told of a run that broke nothing
   */
  public static @Nullable String failure(
      long seed, SimProfile profile, List<Fault> faults, Consumer<SimRun.Result> kept) {
    try {
      kept.accept(SimRun.run(seed, profile, faults, null));
      return null;
    } catch (Breach breach) {
      return String.valueOf(breach.getMessage());
    } catch (RuntimeException | StackOverflowError bug) {
      return "a bug ended the run: " + bug + " at " + bug.getStackTrace()[0];
    }
  }

  /** The first of some seeds that breaks a promise, and which; null if none does. */
  public static @Nullable String firstFailure(
      String profile, int nodes, long firstSeed, int seeds) {
    SimProfile named = SimProfile.Name.valueOf(profile.toUpperCase(Locale.ROOT)).of(nodes);
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      String what = failure(seed, named, SimRun.faults(seed, named), _ -> {});
      if (what != null) {
        return "seed " + seed + ": " + what;
      }
    }
    return null;
  }
}
