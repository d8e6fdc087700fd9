package io.timecoin.node.cli.soak;

import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.JournalAudit;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Whether a network is whole again after a fault, and how many messages that took: measured against
 * the same network's messages while nothing was wrong.
 */
final class Healing {
  static final Duration PACE = Duration.ofMillis(100);

  private static final Duration CALM = Duration.ofSeconds(10);
  private static final int STORM_FACTOR = 10;

  private final Cluster cluster;
  private final Load load;
  private final Terminal terminal;
  private double messagesAPayment;

  Healing(Cluster cluster, Load load, Terminal terminal) {
    this.cluster = cluster;
    this.load = load;
    this.terminal = terminal;
  }

  /** How many messages a payment takes while nothing is wrong, all nodes and both ends counted. */
  void measureCalm() throws CommandFailedException, InterruptedException {
    long before = Traffic.messages(cluster.devnet().nodes());
    load.run(CALM, PACE);
    long messages = Traffic.messages(cluster.devnet().nodes()) - before;
    messagesAPayment = (double) messages / Math.max(1, load.acknowledged().size());
  }

  /** The fault is over: waits until all is well, and judges what it took. */
  boolean heal(List<Integer> whoWereAway, Duration patience, Path folder)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long before = Traffic.messages(cluster.devnet().nodes());
    load.settle(patience);
    Aftermath aftermath = new Aftermath(cluster, terminal);
    Duration took = aftermath.await(load.acknowledged(), patience);
    long messages = Traffic.messages(cluster.devnet().nodes()) - before;
    int payments = load.acknowledged().size();
    long bound = Math.round(STORM_FACTOR * messagesAPayment * payments);
    boolean storm = messages > bound;
    if (storm) {
      terminal.say("BREACH: a storm: " + messages + " messages to heal, " + bound + " allowed");
    }
    int breaches =
        aftermath.breaches() + JournalAudit.after(cluster, folder, terminal) + (storm ? 1 : 0);
    terminal.printLine(
        "nodes %s back: %d payments, all the same after %d ms with %d messages (%.0f a payment in calm): %d breaches"
            .formatted(
                whoWereAway.stream().map(node -> node + 1).toList(),
                payments,
                took.toMillis(),
                messages,
                messagesAPayment,
                breaches));
    return breaches == 0;
  }
}
