package io.timecoin.node.cli.sim;

import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.sim.Breach;
import io.timecoin.node.sim.Fault;
import io.timecoin.node.sim.SeedLoop;
import io.timecoin.node.sim.Shrinker;
import io.timecoin.node.sim.SimProfile;
import io.timecoin.node.sim.SimRun;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Single seeds: what broke, with how few faults, and how to see it again. */
final class Replays {
  private static final int SHRINKING_RUNS_MAX = 150;

  private final SimProfile profile;
  private final Terminal terminal;

  Replays(SimProfile profile, Terminal terminal) {
    this.profile = profile;
    this.terminal = terminal;
  }

  /** Of a seed's faults those with these numbers, counted from 1. */
  static List<Fault> numbered(List<Fault> faults, Set<Integer> numbers) {
    return IntStream.range(0, faults.size())
        .filter(i -> numbers.contains(i + 1))
        .mapToObj(faults::get)
        .toList();
  }

  /** The faults, numbered as {@code --only-faults} takes them. */
  void list(long seed, List<Fault> faults) {
    List<Fault> all = SimRun.faults(seed, profile);
    terminal.printLine(
        "seed " + seed + ": " + faults.size() + (faults.size() == 1 ? " fault" : " faults"));
    for (int i = 0; i < all.size(); i++) {
      if (faults.contains(all.get(i))) {
        terminal.printLine("  " + (i + 1) + "  " + all.get(i));
      }
    }
  }

  /** Runs it and says what came of it; whether every promise was kept. */
  boolean run(long seed, List<Fault> faults, boolean trace) {
    try {
      SimRun.Result result = SimRun.run(seed, profile, faults, trace ? terminal::printLine : null);
      terminal.printLine(
          String.format(
              Locale.ROOT,
              "every promise kept: %d transactions final, %d released, %d blocks, %,d messages in"
                  + " %.2f virtual seconds",
              result.payments(),
              result.released(),
              result.height(),
              result.messages(),
              result.virtualMs() / 1e3));
      return true;
    } catch (Breach breach) {
      terminal.printLine("BREACH: " + breach.getMessage());
      return false;
    }
  }

  /** Prints the fewest faults that still break it, and the command that shows it. */
  void explain(SeedLoop.Failure failure) {
    List<Fault> all = SimRun.faults(failure.seed(), profile);
    terminal.printLine("BREACH with seed " + failure.seed() + ": " + failure.what());
    terminal.say("leaving out faults that do not matter");
    List<Fault> few =
        new Shrinker(
                faults -> SeedLoop.failure(failure.seed(), profile, faults, _ -> {}) != null,
                SHRINKING_RUNS_MAX)
            .shrink(all);
    list(failure.seed(), few);
    String numbers =
        IntStream.range(0, all.size())
            .filter(i -> few.contains(all.get(i)))
            .mapToObj(i -> String.valueOf(i + 1))
            .collect(Collectors.joining(","));
    terminal.printLine(
        "replay: timekeeper sim --nodes %d --profile %s --replay %d --only-faults %s --trace"
            .formatted(
                profile.nodes(),
                profile.name(),
                failure.seed(),
                numbers.isEmpty() ? "0" : numbers));
  }
}
