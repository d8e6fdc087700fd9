package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same money to two receivers, at two nodes, at once. */
@Command(
    name = "double-spend",
    header = "Send two conflicting payments to different nodes at once, again and again.",
    description = "Fails if both are ever final, on any node.")
public final class SoakDoubleSpendCommand extends SoakLoop {
  private static final int OUTPUTS_MAX = Transaction.OUTPUTS_MAX;
  private static final int ROUNDS_A_LOOK = 50;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many pairs (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--processes", description = "Run each node in a process of its own.")
  private boolean processes;

  /** Two payments of the same output. */
  private record Pair(Transaction one, Transaction other) {
    List<Txid> txids() {
      return List.of(one.txid(), other.txid());
    }
  }

  @Override
  protected boolean processes() {
    return processes;
  }

  @Override
  protected boolean loop(Cluster cluster, Path folder)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Random random = new Random(options().seed());
    List<Pair> pairs = new ArrayList<>();
    for (Coin coin : coins(cluster)) {
      pairs.add(pair(cluster, coin));
    }
    Verdicts verdicts = new Verdicts(cluster, terminal());
    try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
      for (int from = 0; from < pairs.size(); from += ROUNDS_A_LOOK) {
        List<Pair> some = pairs.subList(from, Math.min(pairs.size(), from + ROUNDS_A_LOOK));
        for (Pair pair : some) {
          sendAtOnce(cluster, pair, senders, random);
        }
        verdicts.await(txids(some), options().patience());
        terminal().say(from + some.size() + " pairs: " + verdicts);
      }
    }
    verdicts.lookAgain(txids(pairs));
    terminal().printLine(rounds + " conflicting pairs: " + verdicts);
    return verdicts.kept();
  }

  private List<Coin> coins(Cluster cluster)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Devnet.FundedWallet you = cluster.devnet().wallets().getFirst();
    List<Coin> money = cluster.genesisCoins(you);
    List<Coin> coins = new ArrayList<>();
    for (int i = 0; coins.size() < rounds; i++) {
      if (i == money.size()) {
        throw wrongUsage("--rounds must be at most " + money.size() * OUTPUTS_MAX);
      }
      int parts = Math.min(OUTPUTS_MAX, rounds - coins.size());
      coins.addAll(cluster.split(you.key(), List.of(money.get(i)), parts));
    }
    return coins;
  }

  private static Pair pair(Cluster cluster, Coin coin) throws CommandFailedException {
    List<Devnet.FundedWallet> wallets = cluster.devnet().wallets();
    return new Pair(
        cluster.pay(wallets.get(0), coin, wallets.get(1)),
        cluster.pay(wallets.get(0), coin, wallets.get(2)));
  }

  private static List<List<Txid>> txids(List<Pair> pairs) {
    return pairs.stream().map(Pair::txids).toList();
  }

  private static void sendAtOnce(Cluster cluster, Pair pair, ExecutorService senders, Random random)
      throws CommandFailedException, InterruptedException {
    int nodes = cluster.devnet().nodes().size();
    int first = random.nextInt(nodes);
    int second = (first + 1 + random.nextInt(nodes - 1)) % nodes;
    CyclicBarrier start = new CyclicBarrier(2);
    Future<?> one = senders.submit(() -> sendAt(cluster, start, first, pair.one()));
    Future<?> other = senders.submit(() -> sendAt(cluster, start, second, pair.other()));
    try {
      one.get();
      other.get();
    } catch (ExecutionException e) {
      throw new CommandFailedException("a payment could not be sent: " + e.getCause(), e);
    }
  }

  /** Any answer is fine: whoever comes second may be refused. */
  private static Object sendAt(
      Cluster cluster, CyclicBarrier start, int node, Transaction transaction) throws Exception {
    start.await();
    return cluster.send(node, transaction);
  }
}
