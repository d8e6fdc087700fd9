package io.timecoin.node.cli.soak;

import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Break;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Wires;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.runtime.NodeStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A network in two halves. */
@Command(
    name = "partition",
    header = "Cut the network in two halves under load, then heal it.",
    description =
        "Every connection between nodes runs over a wire of the test's own. The wires between two"
            + " halves, neither of which can decide anything, are cut while payments go on to both,"
            + " then made whole. Fails if the network does not become whole by itself, if an"
            + " acknowledged payment is lost, or if healing takes a storm of messages.")
public final class SoakPartitionCommand extends SoakLoop {
  private static final int COINS = 100;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "1m",
      description = "How long it is cut (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  private final Wires wires = new Wires();

  @Override
  protected boolean processes() {
    return true;
  }

  @Override
  protected Devnet.Settings settings(Path folder) {
    // nobody may find a way around the wires: what nodes tell each other leads nowhere
    return super.settings(folder).with(wires).with("p2p-advertise", "127.0.0.1:1");
  }

  @Override
  protected boolean loop(Cluster cluster, Path folder)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException {
    try (wires) {
      Random random = new Random(options().seed());
      Load load = new Load(cluster, terminal(), random, _ -> true);
      load.prepare(COINS);
      Healing healing = new Healing(cluster, load, terminal());
      healing.measureCalm();
      Set<Integer> half = half(random);
      terminal()
          .say(
              "nodes %s are cut off for %d s"
                  .formatted(half.stream().map(node -> node + 1).toList(), duration.toSeconds()));
      wires.add(new Break.Cut(half));
      load.run(duration, Healing.PACE);
      wires.heal();
      terminal().say("the wires are whole again");
      return healing.heal(List.copyOf(half), options().patience(), folder);
    }
  }

  private Set<Integer> half(Random random) {
    List<Integer> nodes = new ArrayList<>();
    IntStream.range(0, options().nodes()).forEach(nodes::add);
    Collections.shuffle(nodes, random);
    return new HashSet<>(nodes.subList(0, options().nodes() / 2));
  }
}
