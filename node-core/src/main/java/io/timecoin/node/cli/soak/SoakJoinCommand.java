package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.runtime.FolderSize;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A masternode without a past, and a large chain. */
@Command(
    name = "join",
    header = "Let an empty masternode join a chain with many unspent outputs.",
    description =
        "Fills a network with unspent outputs by real payments, then starts a masternode that was"
            + " never there: it fetches a checkpoint, catches up and votes. Also restarts a full"
            + " node. Fails if the newcomer's state differs or it does not vote.")
public final class SoakJoinCommand extends SoakLoop {
  private static final int OUTPUTS_A_PAYMENT = Transaction.OUTPUTS_MAX;
  private static final Duration FILL_PATIENCE = Duration.ofMinutes(10);

  @Option(
      names = "--utxos",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many unspent outputs (default: ${DEFAULT-VALUE}).")
  private int utxos;

  private final Deque<Coin> small = new ArrayDeque<>();

  @Override
  protected boolean processes() {
    return true;
  }

  @Override
  protected Devnet.Settings settings(Path folder) {
    return super.settings(folder).with("checkpoint-blocks", "10");
  }

  @Override
  protected boolean loop(Cluster cluster, Path folder)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException {
    int late = options().nodes() - 1;
    cluster.kill(late);
    forget(folder.resolve("node-" + (late + 1)));
    long begin = System.nanoTime();
    fill(cluster);
    long held = cluster.status(0).utxos();
    terminal().say("%,d outputs after %d s".formatted(held, seconds(begin)));
    awaitCheckpoint(cluster, folder);
    double joined = join(cluster, late);
    boolean votes = votes(cluster, late);
    double restarted = restart(cluster);
    long bytes = FolderSize.bytes(folder.resolve("node-1").resolve("archive"));
    terminal()
        .printLine(
            "%,d outputs: joined %.1f s after its start, %s; restart of a full node ready after %.2f s; %.0f bytes an output on disk; memory of a node %d MB"
                .formatted(
                    held,
                    joined,
                    votes ? "votes" : "DOES NOT VOTE",
                    restarted,
                    (double) bytes / held,
                    residentMegabytes(cluster)));
    return votes;
  }

  private static Devnet.FundedWallet owner(Cluster cluster) {
    return cluster.devnet().wallets().getFirst();
  }

  private static long seconds(long begin) {
    return (System.nanoTime() - begin) / 1_000_000_000;
  }

  /** It never lived: it has not voted yet. */
  private static void forget(Path node) throws CommandFailedException {
    for (String part : List.of("journal", "archive", "checkpoints", "key.journal")) {
      try (Stream<Path> files = Files.walk(node.resolve(part))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (NoSuchFileException e) {
        // it had not begun that part
      } catch (IOException e) {
        throw new CommandFailedException("cannot empty " + node + ": " + e, e);
      }
    }
  }

  private void fill(Cluster cluster)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    int payments = Math.ceilDiv(utxos, OUTPUTS_A_PAYMENT);
    List<Coin> money = cluster.genesisCoins(owner(cluster));
    List<Coin> coins = cluster.split(owner(cluster).key(), List.of(money.get(0)), payments);
    small.addAll(cluster.split(owner(cluster).key(), List.of(money.get(1)), 200));
    Transaction last = null;
    for (int i = 0; i < coins.size(); i++) {
      last = cluster.divide(owner(cluster), coins.get(i), OUTPUTS_A_PAYMENT);
      send(cluster, i % cluster.connected().size(), last);
      if (i % 100 == 99) {
        terminal().say("%,d outputs sent".formatted((i + 1) * OUTPUTS_A_PAYMENT));
      }
    }
    if (last != null && !cluster.awaitFinal(last.txid(), FILL_PATIENCE)) {
      throw new CommandFailedException("the outputs did not become final in time");
    }
  }

  private static void send(Cluster cluster, int node, Transaction payment)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    while (!(cluster.send(node, payment) instanceof NetworkMessage.TransactionAccepted)) {
      Pause.shortly(); // busy, or more than it takes in a second
    }
  }

  /** Pays a little now and then, so that blocks go on, until a checkpoint holds all of it. */
  private void awaitCheckpoint(Cluster cluster, Path folder)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long from = cluster.status(0).height() + cluster.status(0).chain().unconfirmed() + 1;
    long deadline = System.nanoTime() + FILL_PATIENCE.toNanos();
    while (newest(folder.resolve("node-1").resolve("checkpoints")) < from
        || cluster.status(0).height() % 10 < 2) {
      if (System.nanoTime() - deadline > 0) {
        throw new CommandFailedException("no checkpoint was made in time");
      }
      payALittle(cluster, 0);
      Pause.of(Duration.ofMillis(500));
      from = Math.min(from, cluster.status(0).height());
    }
  }

  private Transaction payALittle(Cluster cluster, int node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Coin coin = small.remove();
    Transaction payment = cluster.pay(owner(cluster), coin, owner(cluster));
    send(cluster, node, payment);
    Amount rest = payment.outputs().getFirst().amount();
    small.add(new Coin(payment.outPoint(0), rest));
    return payment;
  }

  private static long newest(Path checkpoints) {
    try (Stream<Path> all = Files.list(checkpoints)) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.matches("[0-9]+"))
          .mapToLong(Long::parseLong)
          .max()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private double join(Cluster cluster, int late)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          InterruptedException {
    long begin = System.nanoTime();
    cluster.devnet().startNode(late);
    String said = "";
    while (System.nanoTime() - begin < FILL_PATIENCE.toNanos()) {
      try {
        if (!cluster.connected().contains(late)) {
          cluster.connect(late);
        }
        StatusReport mine = cluster.status(late);
        StatusReport others = cluster.status(0);
        String now = String.valueOf(mine.chain().join());
        if (!now.equals(said)) {
          said = now;
          terminal().say("node %d: height %d, %s".formatted(late + 1, mine.height(), now));
        }
        if (mine.height() == others.height()
            && mine.chain().stateHash().equals(others.chain().stateHash())) {
          return (System.nanoTime() - begin) / 1e9;
        }
      } catch (ConnectionLostException e) {
        cluster.disconnect(late); // it begins again with the checkpoint, and so do its wallets
      }
      Pause.of(Duration.ofMillis(100));
    }
    throw new CommandFailedException("the newcomer did not join in time");
  }

  private boolean votes(Cluster cluster, int late)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Transaction payment = payALittle(cluster, late);
    return cluster.awaitFinal(payment.txid(), options().patience())
        && cluster.status(0).participation().stream()
            .anyMatch(
                member ->
                    member.publicKey().equals(cluster.devnet().nodes().get(late).publicKey())
                        && member.prepares() > 0);
  }

  private static double restart(Cluster cluster)
      throws NodeStartException, ConnectionLostException, InterruptedException {
    cluster.disconnect(0);
    cluster.devnet().stopNode(0);
    long begin = System.nanoTime();
    cluster.devnet().startNode(0);
    double took = (System.nanoTime() - begin) / 1e9;
    cluster.connect(0);
    return took;
  }

  /** As the system counts it, where it says so. */
  private static long residentMegabytes(Cluster cluster) {
    Path status = Path.of("/proc", Long.toString(cluster.devnet().nodes().get(1).pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }
}
