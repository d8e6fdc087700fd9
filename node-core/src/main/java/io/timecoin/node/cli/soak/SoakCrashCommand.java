package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.JournalAudit;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.runtime.NodeStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Any or all nodes die under load. */
@Command(
    name = "crash",
    header = "Kill any or all nodes at random moments under load.",
    description =
        "Payments go to random nodes at a steady pace while random nodes, at times all of them, are"
            + " killed (SIGKILL) and started again. Fails if an acknowledged payment is lost, if"
            + " any vote contradicts another, or if the nodes do not end with the same state.")
public final class SoakCrashCommand extends SoakLoop {
  private static final Duration PACE = Duration.ofMillis(80);
  private static final int COINS = 200;
  private static final int CALM_MS_MAX = 6_000;
  private static final int ALL_OF = 6;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "5m",
      description = "How long nodes are killed (default: ${DEFAULT-VALUE}).")
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
    Load load = new Load(cluster, terminal(), random, _ -> true);
    load.prepare(COINS);
    AtomicInteger kills = new AtomicInteger();
    killWhile(cluster, new Random(options().seed() + 1), kills, load);
    load.settle(options().patience());
    for (int node = 0; node < options().nodes(); node++) {
      cluster.connect(node);
    }
    List<Txid> acknowledged = load.acknowledged();
    Aftermath aftermath = new Aftermath(cluster, terminal());
    Duration took = aftermath.await(acknowledged, options().patience());
    int breaches = aftermath.breaches() + JournalAudit.after(cluster, folder, terminal());
    terminal()
        .printLine(
            "%d kills, %d payments acknowledged, %d unanswered, refusals %s: %d breaches; all the same after %d ms"
                .formatted(
                    kills.get(),
                    acknowledged.size(),
                    load.unanswered(),
                    load.refusals(),
                    breaches,
                    took.toMillis()));
    return breaches == 0;
  }

  private void killWhile(Cluster cluster, Random random, AtomicInteger kills, Load load)
      throws CommandFailedException, NodeStartException, InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService killer = Executors.newSingleThreadExecutor()) {
      Future<?> killing =
          killer.submit(
              () -> {
                while (!over.get()) {
                  Pause.of(Duration.ofMillis(random.nextInt(CALM_MS_MAX)));
                  kill(cluster, random, kills);
                }
                return null;
              });
      load.run(duration, PACE);
      over.set(true);
      killing.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NodeStartException cause) {
        throw cause;
      }
      throw new CommandFailedException("the killer failed: " + e.getCause(), e);
    }
  }

  /** Any of them, and once in a while all. */
  private void kill(Cluster cluster, Random random, AtomicInteger kills) throws NodeStartException {
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < options().nodes(); node++) {
      nodes.add(node);
    }
    Collections.shuffle(nodes, random);
    boolean all = random.nextInt(ALL_OF) == 0;
    List<Integer> victims = nodes.subList(0, all ? nodes.size() : 1 + random.nextInt(3));
    victims.parallelStream().forEach(cluster.devnet()::killNode);
    for (int victim : victims) {
      cluster.devnet().startNode(victim);
    }
    terminal()
        .say(
            "%d kills, the last %d at once"
                .formatted(kills.addAndGet(victims.size()), victims.size()));
  }
}
