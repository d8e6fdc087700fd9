package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.JournalAudit;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A node that dies between its vote and its next start. */
@Command(
    name = "kill",
    header = "Kill a node between its vote and its next start, again and again.",
    description =
        "Each round: a payment is handed to a node and accepted, the node is killed (SIGKILL) a"
            + " moment later and started again, and a conflicting payment is offered to it. Fails"
            + " if an accepted payment is lost or not final in the end, or if any node's journal"
            + " holds votes that contradict each other.")
public final class SoakKillCommand extends SoakLoop {
  private static final int KILL_AFTER_MICROS_MAX = 20_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many kills (default: ${DEFAULT-VALUE}).")
  private int rounds;

  private final List<Txid> accepted = new ArrayList<>();

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
    Devnet.FundedWallet you = cluster.devnet().wallets().getFirst();
    List<Coin> money = cluster.genesisCoins(you);
    List<Coin> coins = cluster.split(you.key(), List.of(money.getFirst()), rounds);
    for (int round = 0; round < rounds; round++) {
      int victim = random.nextInt(cluster.devnet().nodes().size());
      round(cluster, victim, coins.get(round), random);
      terminal().say("%d kills, node %d: %d breaches".formatted(round + 1, victim + 1, breaches()));
    }
    finalEverywhere(cluster);
    int broken = breaches() + JournalAudit.after(cluster, folder, terminal());
    terminal()
        .printLine(
            "%d kills, %d payments accepted and all asked for again: %d breaches"
                .formatted(rounds, accepted.size(), broken));
    return broken == 0;
  }

  private void round(Cluster cluster, int victim, Coin coin, Random random)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException {
    List<Devnet.FundedWallet> wallets = cluster.devnet().wallets();
    Transaction payment = cluster.pay(wallets.get(0), coin, wallets.get(1));
    boolean taken = cluster.send(victim, payment) instanceof NetworkMessage.TransactionAccepted;
    Pause.of(Duration.ofNanos(1_000L * random.nextInt(KILL_AFTER_MICROS_MAX)));
    cluster.kill(victim);
    cluster.start(victim);
    if (taken) {
      accepted.add(payment.txid());
      requireKnown(cluster, victim, payment.txid());
    }
    // The temptation: a node that forgot its vote would give it to this one.
    cluster.send(victim, cluster.pay(wallets.get(0), coin, wallets.get(2)));
  }

  private void requireKnown(Cluster cluster, int node, Txid txid)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Map<Txid, Cluster.Known> known = cluster.ask(node, List.of(txid));
    if (known.get(txid) instanceof Cluster.Known.Missing) {
      breach("node " + (node + 1) + " lost " + txid + ", which it had accepted");
    }
  }

  private void finalEverywhere(Cluster cluster)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    for (Txid txid : accepted) {
      if (!cluster.awaitFinal(txid, options().patience())) {
        breach(txid + " was accepted and is not final everywhere");
      }
    }
    for (int node : cluster.connected()) {
      int proofs = cluster.status(node).equivocations();
      if (proofs > 0) {
        breach("node " + (node + 1) + " holds " + proofs + " proofs of equivocation");
      }
    }
  }
}
