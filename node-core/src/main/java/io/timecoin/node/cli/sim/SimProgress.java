package io.timecoin.node.cli.sim;

import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.sim.Coverage;
import io.timecoin.node.sim.SeedLoop;
import io.timecoin.node.sim.SimProfile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says every few seconds how far the loop is, and at the end what it came to. */
final class SimProgress implements AutoCloseable {
  /** Fewer do not come across everything. */
  private static final int SEEDS_THAT_TRY_ALL = 500;

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final double NANOS_A_SECOND = 1e9;
  private static final double MS_A_SECOND = 1e3;

  private final Terminal terminal;
  private final SeedLoop loop;
  private final long seeds;
  private final long startNanos = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("progress").daemon().factory());

  private SimProgress(Terminal terminal, SeedLoop loop, long seeds) {
    this.terminal = terminal;
    this.loop = loop;
    this.seeds = seeds;
  }

  static SimProgress start(Terminal terminal, SeedLoop loop, long seeds) {
    SimProgress progress = new SimProgress(terminal, loop, seeds);
    progress.timer.scheduleAtFixedRate(
        progress::say, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return progress;
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) / NANOS_A_SECOND;
  }

  private void say() {
    SeedLoop.Progress now = loop.progress();
    double rate = now.seeds() / seconds();
    terminal.say(
        String.format(
            Locale.ROOT,
            "%,d of %,d seeds, %d broken; %.1f seeds/s, %,.0f virtual seconds a second, %s left",
            now.seeds(),
            seeds,
            now.failures().size(),
            rate,
            now.virtualMs() / MS_A_SECOND / seconds(),
            now.seeds() == 0 ? "?" : left((seeds - now.seeds()) / rate)));
  }

  private static String left(double seconds) {
    return seconds < 90
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  /** What the loop came to, on stdout. */
  void report(SimProfile profile) {
    SeedLoop.Progress end = loop.progress();
    double seconds = seconds();
    terminal.printLine(
        String.format(
            Locale.ROOT,
            "%,d seeds of %d masternodes (%d of them lie), profile %s: %d broken",
            end.seeds(),
            profile.nodes(),
            profile.liars(),
            profile.name(),
            end.failures().size()));
    terminal.printLine(
        String.format(
            Locale.ROOT,
            "%,d transactions final, %,d released, %,d blocks, %,d messages",
            end.payments(),
            end.released(),
            end.blocks(),
            end.messages()));
    terminal.printLine(
        String.format(
            Locale.ROOT,
            "%,.0f virtual seconds in %,.0f s: %,.0f a second",
            end.virtualMs() / MS_A_SECOND,
            seconds,
            end.virtualMs() / MS_A_SECOND / seconds));
    printCoverage(profile.name().equalsIgnoreCase(SimProfile.Name.MIXED.name()));
  }

  private void printCoverage(boolean mixed) {
    Coverage coverage = loop.coverage();
    long faults =
        coverage.counts().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("fault "))
            .mapToLong(Map.Entry::getValue)
            .sum();
    terminal.printLine(String.format(Locale.ROOT, "%,d faults and lies", faults));
    List<String> missing = coverage.missing();
    if (seeds >= SEEDS_THAT_TRY_ALL && mixed && !missing.isEmpty()) {
      terminal.printLine("not exercised: " + String.join(", ", missing));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
