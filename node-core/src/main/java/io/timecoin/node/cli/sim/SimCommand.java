package io.timecoin.node.cli.sim;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.runtime.Logging;
import io.timecoin.node.sim.Fault;
import io.timecoin.node.sim.SeedLoop;
import io.timecoin.node.sim.SimProfile;
import io.timecoin.node.sim.SimRun;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code timekeeper sim}. */
@Command(
    name = "sim",
    header = "Run simulated networks that fail every way they can, and check every promise.",
    description = {
      "Each seed is a network of real engines, journals and codecs in virtual time, with wallets"
          + " that watch it. For six virtual seconds the network cuts, delays, loses and repeats,"
          + " machines lose their power in the middle of writes, disks are slow or full, clocks"
          + " are wrong, masternodes lie, wallets spend coins twice. After every step nothing final"
          + " may have changed, no honest node may have contradicted itself, no money may have"
          + " appeared; 30 s after the last fault everything honest must be final.",
      "A seed that breaks a promise is printed with the fewest faults that still break it, and"
          + " with the command that replays exactly that. Profiles: calm (no faults), storm (the"
          + " network fails), crashes (machines and disks), lies (as many Byzantine masternodes as"
          + " may be), mixed (everything at once)."
    })
public final class SimCommand extends CliCommand {
  private static final int FAILURES_MAX = 5;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many networks (default: ${DEFAULT-VALUE}).")
  private long seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the first one (default: ${DEFAULT-VALUE}).")
  private long firstSeed;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "7",
      description = "Masternodes of each (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "MIXED",
      description = "What goes wrong: calm, storm, crashes, lies or mixed (default: mixed).")
  private SimProfile.Name profile;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Seeds at a time (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--replay",
      paramLabel = "SEED",
      description = "Run this seed alone, and list its faults.")
  private @Nullable Long replay;

  @Option(
      names = "--only-faults",
      paramLabel = "N",
      split = ",",
      description = "With --replay: only the faults of these numbers; none: 0.")
  private @Nullable Set<Integer> onlyFaults;

  @Option(names = "--trace", description = "With --replay: print everything that happens.")
  private boolean trace;

  @Override
  protected int run() throws InterruptedException {
    if (nodes < 1 || nodes > 100) {
      throw wrongUsage("--nodes must be from 1 to 100");
    }
    if (seeds < 1 || threads < 1) {
      throw wrongUsage("--seeds and --threads must be at least 1");
    }
    if (replay == null && (trace || onlyFaults != null)) {
      throw wrongUsage("--trace and --only-faults need --replay SEED");
    }
    SimProfile chosen = profile.of(nodes);
    try (Logging.Scope _ = Logging.silence()) { // full disks and liars are expected here
      return replay == null ? loop(chosen) : replay(replay, chosen);
    }
  }

  private int loop(SimProfile chosen) throws InterruptedException {
    SeedLoop loop = new SeedLoop(chosen, firstSeed, seeds, FAILURES_MAX);
    try (SimProgress progress = SimProgress.start(terminal(), loop, seeds);
        Ending _ = Ending.onSignal(terminal(), FAILED, () -> progress.report(chosen))) {
      loop.run(threads);
      progress.report(chosen);
    }
    Replays replays = new Replays(chosen, terminal());
    for (SeedLoop.Failure failure : loop.progress().failures()) {
      replays.explain(failure);
    }
    return loop.progress().failures().isEmpty() ? DONE : FAILED;
  }

  private int replay(long seed, SimProfile chosen) {
    List<Fault> faults = SimRun.faults(seed, chosen);
    if (onlyFaults != null) {
      checkNumbers(onlyFaults, faults.size());
      faults = Replays.numbered(faults, onlyFaults);
    }
    Replays replays = new Replays(chosen, terminal());
    replays.list(seed, faults);
    return replays.run(seed, faults, trace) ? DONE : FAILED;
  }

  private void checkNumbers(Set<Integer> numbers, int most) {
    Iterator<Integer> wrong = numbers.stream().filter(n -> n < 0 || n > most).sorted().iterator();
    if (wrong.hasNext()) {
      throw wrongUsage(
          String.format(Locale.ROOT, "seed has faults 1 to %d, not %d", most, wrong.next()));
    }
  }
}
