package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Payments at a steady pace, each to a node drawn at random, for as long as asked. A coin that was
 * spent comes back as the payment's output; a payment whose fate is unknown because the node died
 * is offered again, the same one, until some node takes it. One thread.
 */
final class Load {
  /** A coin rests so long after it was spent, so that every node has seen it. */
  private static final Duration REST = Duration.ofSeconds(2);

  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private record Resting(Coin coin, long untilNanos) {}

  private final Cluster cluster;
  private final Terminal terminal;
  private final Random random;
  private final IntPredicate usable;
  private final Devnet.FundedWallet owner;
  private final Deque<Resting> coins = new ArrayDeque<>();
  private final Deque<Transaction> unanswered = new ArrayDeque<>();
  private final Set<Txid> acknowledged = new LinkedHashSet<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<Integer, Long> reconnectAt = new HashMap<>();

  /**
   * On that cluster.
   *
   * @param usable nodes that may be asked; the others are left alone
   */
  Load(Cluster cluster, Terminal terminal, Random random, IntPredicate usable) {
    this.cluster = cluster;
    this.terminal = terminal;
    this.random = random;
    this.usable = usable;
    this.owner = cluster.devnet().wallets().getFirst();
  }

  /** Makes that many coins to pay with. */
  void prepare(int count)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    List<Coin> money = List.of(cluster.genesisCoins(owner).getFirst());
    cluster.split(owner.key(), money, count).forEach(this::rest);
  }

  private void rest(Coin coin) {
    coins.add(new Resting(coin, System.nanoTime() + REST.toNanos()));
  }

  /** Pays until the time is over. */
  void run(Duration duration, Duration pace) throws CommandFailedException, InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() - end < 0) {
      reconnect();
      step();
      Pause.of(pace);
    }
  }

  /** Offers what is left unanswered until nothing is. */
  void settle(Duration patience) throws CommandFailedException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!unanswered.isEmpty() && System.nanoTime() - end < 0) {
      reconnect();
      offer(unanswered.poll());
      Pause.shortly();
    }
  }

  private void step() throws CommandFailedException, InterruptedException {
    Transaction again = unanswered.poll();
    if (again != null && random.nextBoolean()) {
      offer(again);
      return;
    }
    if (again != null) {
      unanswered.add(again);
    }
    Resting next = coins.peek();
    if (next != null && System.nanoTime() - next.untilNanos() >= 0) {
      coins.remove();
      offer(cluster.pay(owner, next.coin(), owner));
    }
  }

  private void offer(Transaction payment) throws CommandFailedException, InterruptedException {
    List<Integer> there = cluster.connected().stream().filter(usable::test).toList();
    if (there.isEmpty()) {
      unanswered.add(payment);
      return;
    }
    int node = there.get(random.nextInt(there.size()));
    try {
      answered(payment, cluster.send(node, payment));
    } catch (ConnectionLostException e) {
      unanswered.add(payment);
      cluster.disconnect(node);
    }
  }

  private void answered(Transaction payment, NetworkMessage answer) {
    if (answer instanceof NetworkMessage.TransactionAccepted) {
      acknowledged.add(payment.txid());
      rest(new Coin(payment.outPoint(0), payment.outputs().getFirst().amount()));
    } else {
      String why =
          answer instanceof NetworkMessage.Error e ? e.code().wireName() : "another answer";
      refusals.merge(why, 1, Integer::sum);
      unanswered.add(payment); // it may be known elsewhere, or its parent come here later
    }
  }

  private void reconnect() throws InterruptedException {
    for (int node = 0; node < cluster.devnet().nodes().size(); node++) {
      boolean due = System.nanoTime() - reconnectAt.getOrDefault(node, Long.MIN_VALUE / 2) >= 0;
      if (usable.test(node) && due && !cluster.connected().contains(node)) {
        reconnectAt.put(node, System.nanoTime() + RECONNECT.toNanos());
        try {
          cluster.connect(node);
        } catch (ConnectionLostException e) {
          terminal.say("node " + (node + 1) + " is not there yet");
        }
      }
    }
  }

  /** Payments that a node accepted: none of them may be lost. */
  List<Txid> acknowledged() {
    return new ArrayList<>(acknowledged);
  }

  /** Payments that nobody answered for, or all refused. */
  int unanswered() {
    return unanswered.size();
  }

  /** How often which code came. */
  Map<String, Integer> refusals() {
    return refusals;
  }
}
