package io.timecoin.node.cli.soak;

import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Signals;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.runtime.NodeStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A node that stands still and comes back. */
@Command(
    name = "pause",
    header = "Let one node stand still under load, then go on.",
    description =
        "One node is stopped (SIGSTOP) while payments go on, then continued (SIGCONT). Fails if it"
            + " does not catch up by itself, if an acknowledged payment is lost, or if healing"
            + " takes more messages than the same payments would have taken without a pause, ten"
            + " times over.")
public final class SoakPauseCommand extends SoakLoop {
  private static final int COINS = 100;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "1m",
      description = "How long it stands still (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  @Override
  protected boolean processes() {
    return true;
  }

  @Override
  protected boolean loop(Cluster cluster, Path folder)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException {
    Random random = new Random(options().seed());
    int victim = random.nextInt(options().nodes());
    Load load = new Load(cluster, terminal(), random, node -> node != victim);
    load.prepare(COINS);
    Healing healing = new Healing(cluster, load, terminal());
    healing.measureCalm();
    terminal().say("node %d stands still for %d s".formatted(victim + 1, duration.toSeconds()));
    Signals.stop(cluster.devnet().nodes().get(victim));
    try {
      load.run(duration, Healing.PACE);
    } finally {
      Signals.goOn(cluster.devnet().nodes().get(victim));
    }
    terminal().say("it goes on");
    cluster.connect(victim);
    return healing.heal(List.of(victim), options().patience(), folder);
  }
}
