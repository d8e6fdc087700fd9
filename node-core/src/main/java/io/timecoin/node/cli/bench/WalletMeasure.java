package io.timecoin.node.cli.bench;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.client.Received;
import io.timecoin.node.cli.console.ScratchFolder;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * One node over real WebSocket connections: how long a query takes, and how long from handing in a
 * payment until it is locked for its sender and for the last of a hundred who watch.
 */
final class WalletMeasure implements Measure {
  private static final int WATCHERS = 100;

  /** A node answers a hundred a second of one wallet. */
  private static final long QUERY_PACE_MS = 11;

  private static final double QUERY_GOAL_MS = 10.0 / 50;
  private static final double LOCK_GOAL_MS = 100.0 / 50;
  private static final double NOTIFY_GOAL_MS = 50.0 / 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "wallet";
  }

  @Override
  public List<Figure> run(boolean quick, Consumer<String> progress) throws Exception {
    int payments = quick ? 40 : 200;
    try (ScratchFolder scratch = ScratchFolder.create();
        Devnet devnet =
            Devnet.create(
                new Devnet.Settings(
                    1,
                    0,
                    scratch.path(),
                    3 + payments / BenchPayments.COINS_A_WALLET,
                    false,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5)))) {
      devnet.start(_ -> {});
      URI node = devnet.nodes().getFirst().webSocketUri();
      List<Figure> figures = new ArrayList<>(queries(devnet, node, quick ? 500 : 2_000));
      progress.accept(WATCHERS + " wallets watch " + payments + " payments");
      figures.addAll(notifications(devnet, node, payments));
      return figures;
    }
  }

  private static List<Figure> queries(Devnet devnet, URI node, int count) throws Exception {
    List<OutPoint> one = List.of(devnet.genesis().coinbase().outPoints().getFirst());
    double[] millis = new double[count];
    try (NodeConnection connection = NodeConnection.open(node, TIMEOUT)) {
      for (int i = -count / 10; i < count; i++) {
        Thread.sleep(QUERY_PACE_MS);
        long begin = System.nanoTime();
        connection.ask(
            id -> new NetworkMessage.UtxoStateQuery(one, id),
            NetworkMessage.UtxoStateResponse.class,
            TIMEOUT);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - begin) / 1e6;
        }
      }
    }
    return summary("query", QUERY_GOAL_MS, millis);
  }

  private static List<Figure> notifications(Devnet devnet, URI node, int payments)
      throws Exception {
    List<NodeConnection> watchers = new ArrayList<>();
    try (NodeConnection sender = NodeConnection.open(node, TIMEOUT)) {
      watch(devnet, sender); // first, so that it is told first and all others come after it
      for (int i = 0; i < WATCHERS; i++) {
        NodeConnection watcher = NodeConnection.open(node, TIMEOUT);
        watchers.add(watcher);
        watch(devnet, watcher);
      }
      double[] locks = new double[payments];
      double[] spreads = new double[payments];
      List<Transaction> all = BenchPayments.of(devnet, payments);
      for (int i = 0; i < payments; i++) {
        long begin = System.nanoTime();
        sender.send(new NetworkMessage.TransactionBroadcast(all.get(i), null));
        OutPoint input = all.get(i).spends().getFirst();
        long locked = lockedAt(sender, input);
        long last = locked;
        for (NodeConnection watcher : watchers) {
          last = Math.max(last, lockedAt(watcher, input));
        }
        locks[i] = (locked - begin) / 1e6;
        spreads[i] = (last - locked) / 1e6;
      }
      List<Figure> figures = new ArrayList<>(summary("lock", LOCK_GOAL_MS, locks));
      figures.addAll(summary("notify_last_of_" + WATCHERS, NOTIFY_GOAL_MS, spreads));
      return figures;
    } finally {
      watchers.forEach(NodeConnection::close);
    }
  }

  private static void watch(Devnet devnet, NodeConnection wallet) throws Exception {
    wallet.ask(
        id ->
            new NetworkMessage.UtxoSubscribe(
                List.of(),
                devnet.wallets().stream().map(Devnet.FundedWallet::address).distinct().toList(),
                "bench",
                id),
        NetworkMessage.SubscriptionConfirmed.class,
        TIMEOUT);
  }

  /** When the notification had arrived, however late it is looked at: {@link System#nanoTime}. */
  private static long lockedAt(NodeConnection wallet, OutPoint input) throws Exception {
    while (true) {
      Received next = wallet.next(TIMEOUT);
      if (next == null) {
        throw new IOException("no notification in " + TIMEOUT.toSeconds() + " s");
      }
      boolean locked =
          next.message() instanceof NetworkMessage.UtxoStateNotification m
              && m.notification().outpoint().equals(input)
              && m.notification().newState() instanceof UtxoState.Locked;
      if (locked) {
        return next.nanos();
      }
    }
  }

  private static List<Figure> summary(String name, double goal, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return List.of(
        Figure.cost(name, "ms", goal, millis),
        Figure.cost(name + "_p99", "ms", null, Measure.percentile(sorted, 0.99)));
  }
}
