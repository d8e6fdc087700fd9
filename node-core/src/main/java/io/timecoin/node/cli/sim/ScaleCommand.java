package io.timecoin.node.cli.sim;

import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.runtime.Logging;
import io.timecoin.node.sim.ScaleRun;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code timekeeper sim-scale}. */
@Command(
    name = "sim-scale",
    header = "What a payment costs in networks of many masternodes, in virtual time.",
    description = {
      "Real engines in six regions of the world, with synthetic one-way delays (distance at two"
          + " thirds of the speed of light, times 1.5). One payment at a time, nothing fails."
          + " Times are virtual; messages and bytes are counted. Verifying votes is not run but"
          + " reckoned, at --verify-micros for each. 1,000 masternodes take some minutes and"
          + " several gigabytes."
    })
public final class ScaleCommand extends CliCommand {
  private static final int MASTERNODES_MAX = 1_000;
  private static final int COINS = 60;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      split = ",",
      defaultValue = "7,13,31,100",
      description = "Sizes of the networks (default: ${DEFAULT-VALUE}).")
  private List<Integer> nodes;

  @Option(
      names = "--payments",
      paramLabel = "N",
      defaultValue = "20",
      description = "Payments in each (default: ${DEFAULT-VALUE}; 1 to 60).")
  private int payments;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of what is left to chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--verify-micros",
      paramLabel = "T",
      defaultValue = "60",
      description = "Microseconds to verify one vote (default: ${DEFAULT-VALUE}).")
  private double verifyMicros;

  @Override
  protected int run() {
    if (nodes.stream().anyMatch(n -> n < 1 || n > MASTERNODES_MAX)) {
      throw wrongUsage("--nodes must be from 1 to " + MASTERNODES_MAX);
    }
    if (payments < 1 || payments > COINS) {
      throw wrongUsage("--payments must be from 1 to " + COINS);
    }
    try (Logging.Scope _ = Logging.silence()) {
      measure();
    }
    return DONE;
  }

  private void measure() {
    Table table = new Table();
    table.row(
        "nodes",
        "final p50",
        "p99",
        "everywhere",
        "messages",
        "bytes",
        "votes/node",
        "sent/node",
        "verify/node");
    for (int size : nodes) {
      terminal().say(size + " masternodes");
      table.row(cells(ScaleRun.of(size, payments, seed, verifyMicros)));
    }
    table.printTo(terminal());
  }

  private static String[] cells(ScaleRun.Figures f) {
    return new String[] {
      String.valueOf(f.nodes()),
      format("%.0f ms", f.p50Ms()),
      format("%.0f ms", f.p99Ms()),
      format("%.0f ms", f.everywhereMs()),
      format("%,.0f", f.messages()),
      bytes(f.bytes()),
      format("%,.0f", f.votesANode()),
      bytes(f.bytesANode()),
      format("%.1f ms", f.cpuMsANode())
    };
  }

  private static String bytes(double bytes) {
    return bytes < 1e6 ? format("%,.1f kB", bytes / 1e3) : format("%,.1f MB", bytes / 1e6);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
