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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** As many nodes die as the quorum can spare, then one more. */
@Command(
    name = "quorum",
    header = "Kill as many nodes as the quorum can spare, then one more.",
    description =
        "Each round: nodes are killed (SIGKILL) until exactly a quorum is left, and a payment must"
            + " become final; one more is killed, and a payment must not become final while the"
            + " status names it as waiting; one is started again, and the payment must become"
            + " final without being sent again.")
public final class SoakQuorumCommand extends SoakLoop {
  private static final Duration WATCHED = Duration.ofSeconds(3);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

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
    Coin money = cluster.genesisCoins(you).getFirst();
    List<Coin> coins = cluster.split(you.key(), List.of(money), 2 * rounds);
    for (int round = 0; round < rounds; round++) {
      round(cluster, coins.subList(2 * round, 2 * round + 2), random);
      terminal().say("%d rounds: %d breaches".formatted(round + 1, breaches()));
    }
    int broken = breaches() + JournalAudit.after(cluster, folder, terminal());
    terminal().printLine("%d rounds: %d breaches".formatted(rounds, broken));
    return broken == 0;
  }

  private void round(Cluster cluster, List<Coin> coins, Random random)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException {
    List<Integer> order = new ArrayList<>(cluster.connected());
    Collections.shuffle(order, random);
    int quorum = cluster.devnet().genesis().masternodes().quorum();
    List<Integer> victims = order.subList(quorum - 1, order.size());
    int teller = order.getFirst();

    for (int victim : victims.subList(1, victims.size())) {
      cluster.kill(victim);
    }
    Txid first = pay(cluster, teller, coins.get(0));
    require(cluster.awaitFinal(first, options().patience()), "a quorum is up, not final: " + first);

    cluster.kill(victims.getFirst());
    Txid second = pay(cluster, teller, coins.get(1));
    require(awaitNamed(cluster, teller, second), "the status does not say what waits: " + second);
    require(!finalWithin(cluster, teller, second), "final without a quorum: " + second);

    cluster.start(victims.getFirst());
    require(cluster.awaitFinal(second, options().patience()), "not final afterwards: " + second);
    for (int victim : victims.subList(1, victims.size())) {
      cluster.start(victim);
    }
    require(cluster.awaitFinal(second, options().patience()), "not final everywhere: " + second);
  }

  private static Txid pay(Cluster cluster, int node, Coin coin)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    List<Devnet.FundedWallet> wallets = cluster.devnet().wallets();
    Transaction payment = cluster.pay(wallets.get(0), coin, wallets.get(1));
    NetworkMessage answer = cluster.send(node, payment);
    if (!(answer instanceof NetworkMessage.TransactionAccepted)) {
      throw new CommandFailedException("a payment was refused: " + answer);
    }
    return payment.txid();
  }

  /** Whether the node's status comes to name the payment among those it waits for. */
  private boolean awaitNamed(Cluster cluster, int node, Txid txid)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return Pause.until(
        Pause.after(options().patience()),
        () -> cluster.status(node).waitingFor().stream().anyMatch(w -> w.txid().equals(txid)));
  }

  /** Whether it becomes final while it is watched, which it must not. */
  private static boolean finalWithin(Cluster cluster, int node, Txid txid)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    return Pause.until(Pause.after(WATCHED), () -> cluster.isFinal(node, txid));
  }

  private void require(boolean kept, String otherwise) {
    if (!kept) {
      breach(otherwise);
    }
  }
}
