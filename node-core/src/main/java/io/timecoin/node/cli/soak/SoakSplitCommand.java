package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A vote that is split on purpose. */
@Command(
    name = "split",
    header = "Split the masternodes between two payments, again and again.",
    description =
        "Each round: two conflicting payments, one to a minority of the nodes, one to all others, "
            + "at once. Fails if both are ever final, or if within lease, two blocks and the "
            + "patience neither is final nor the coins are free again: a new payment of them must "
            + "become final.")
public final class SoakSplitCommand extends SoakLoop {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many splits (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--in-one-process",
      description = "Run all nodes in this process (default: each in one of its own).")
  private boolean together;

  private int byVotes;
  private int released;
  private final List<Long> resolvedMs = new ArrayList<>();

  @Override
  protected boolean processes() {
    return !together;
  }

  @Override
  protected boolean loop(Cluster cluster, Path folder)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Devnet.FundedWallet you = cluster.devnet().wallets().getFirst();
    List<Coin> money = cluster.genesisCoins(you);
    List<Coin> coins = cluster.split(you.key(), List.of(money.getFirst()), rounds);
    try (ExecutorService senders = Executors.newFixedThreadPool(cluster.devnet().nodes().size())) {
      for (int round = 0; round < rounds; round++) {
        round(cluster, coins.get(round), senders);
        terminal().say("%d splits: %s".formatted(round + 1, this));
      }
    }
    resolvedMs.sort(null);
    terminal()
        .printLine(
            "%d splits: %s; resolved after %d ms median, %d ms at most"
                .formatted(
                    rounds, this, resolvedMs.get(resolvedMs.size() / 2), resolvedMs.getLast()));
    return breaches() == 0;
  }

  private void round(Cluster cluster, Coin coin, ExecutorService senders)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    List<Devnet.FundedWallet> wallets = cluster.devnet().wallets();
    Transaction one = cluster.pay(wallets.get(0), coin, wallets.get(1));
    Transaction other = cluster.pay(wallets.get(0), coin, wallets.get(2));
    int nodes = cluster.devnet().nodes().size();
    int minority = (nodes - 1) / 2;
    CyclicBarrier start = new CyclicBarrier(nodes);
    List<Future<?>> sends = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      int to = node;
      Transaction transaction = node < minority ? one : other;
      sends.add(
          senders.submit(
              () -> {
                start.await();
                return cluster.send(to, transaction);
              }));
    }
    for (Future<?> send : sends) {
      try {
        send.get();
      } catch (ExecutionException e) {
        throw new CommandFailedException("a payment could not be sent: " + e.getCause(), e);
      }
    }
    long sent = System.nanoTime();
    Txid winner = await(cluster, List.of(one.txid(), other.txid()));
    resolvedMs.add(Duration.ofNanos(System.nanoTime() - sent).toMillis());
    if (winner == null) {
      released++;
      freeAgain(cluster, coin);
    } else {
      byVotes++;
      Txid loser = winner.equals(one.txid()) ? other.txid() : one.txid();
      requireNotFinal(cluster, loser, winner);
    }
  }

  /** The one that is final at every node, or null when both are released or rejected everywhere. */
  private @Nullable Txid await(Cluster cluster, List<Txid> pair)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long deadline = System.nanoTime() + options().patience().plus(options().resolution()).toNanos();
    while (System.nanoTime() < deadline) {
      int finals = 0;
      int dead = 0;
      Txid winner = null;
      for (int node : cluster.connected()) {
        for (var known : cluster.ask(node, pair).entrySet()) {
          switch (known.getValue()) {
            case Cluster.Known.Final _ -> {
              finals++;
              winner = known.getKey();
            }
            case Cluster.Known.Rejected _, Cluster.Known.Missing _ -> dead++;
            case Cluster.Known.Undecided _ -> {}
          }
        }
      }
      int nodes = cluster.connected().size();
      if (finals == nodes || finals == 0 && dead == pair.size() * nodes) {
        return winner;
      }
      Pause.shortly();
    }
    breach(pair + " is not resolved in time");
    return null;
  }

  private void requireNotFinal(Cluster cluster, Txid loser, Txid winner)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    for (int node : cluster.connected()) {
      if (cluster.isFinal(node, loser)) {
        breach(loser + " is final at node " + (node + 1) + " beside " + winner);
      }
    }
  }

  /** A new payment of the same coin. */
  private void freeAgain(Cluster cluster, Coin coin)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    List<Devnet.FundedWallet> wallets = cluster.devnet().wallets();
    Transaction again = cluster.pay(wallets.get(0), coin, wallets.get(0));
    cluster.send(0, again);
    if (!cluster.awaitFinal(again.txid(), options().patience())) {
      breach("the coin of a released payment cannot be spent: " + coin.outPoint());
    }
  }

  @Override
  public String toString() {
    return "%d final for one, %d released for both, %d breaches"
        .formatted(byVotes, released, breaches());
  }
}
