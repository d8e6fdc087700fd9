package io.timecoin.node.cli.chaos;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.Event.Intent;
import io.timecoin.node.cli.chaos.history.History;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Pays all the time: honest payments, each to a node drawn at random and offered again until some
 * node has accepted it, and double spends, one payment to some nodes and its rival to the others at
 * once. Coins come back as outputs of what became final.
 */
final class Payer implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int DOUBLE_ONE_IN = 12;
  private static final int IN_FLIGHT_MAX = 64;

  private final Cluster cluster;
  private final List<Watcher> watchers;
  private final History history;
  private final Random random;
  private final Ledger ledger;
  private final Semaphore slots = new Semaphore(IN_FLIGHT_MAX);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  Payer(Cluster cluster, List<Watcher> watchers, History history, Random random, Ledger ledger) {
    this.cluster = cluster;
    this.watchers = List.copyOf(watchers);
    this.history = history;
    this.random = random;
    this.ledger = ledger;
  }

  /** Pays until then, as {@link System#nanoTime} counts. */
  void payUntil(long nanoTime, Stop stop)
      throws CommandFailedException, CutShortException, InterruptedException {
    while (System.nanoTime() - nanoTime < 0 && !history.isFull()) {
      step();
      stop.pause(PACE);
    }
  }

  /** Offers what no node has accepted yet until all is; whether it is in time. */
  boolean settle(Duration patience, Stop stop) throws CutShortException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (ledger.open() > 0) {
      ledger.toOfferAgain().ifPresent(this::offer);
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      stop.pause(PACE);
    }
    return true;
  }

  private void step() throws CommandFailedException {
    ledger.toOfferAgain().ifPresent(this::offer);
    Money money = ledger.takeCoin();
    if (money == null) {
      return; // all coins are under way
    }
    if (random.nextInt(DOUBLE_ONE_IN) == 0) {
      spendTwice(money);
    } else {
      payHonestly(money);
    }
  }

  /** The only payment of that coin. */
  void payHonestly(Money money) throws CommandFailedException {
    Transaction payment = pay(money, random.nextInt(wallets().size()), Intent.HONEST);
    ledger.offered(payment);
    offer(payment);
  }

  private void spendTwice(Money money) throws CommandFailedException {
    List<Watcher> there = shuffledConnected();
    if (there.size() < 2) {
      ledger.giveBack(money);
      return;
    }
    int one = random.nextInt(wallets().size());
    int other = (one + 1 + random.nextInt(wallets().size() - 1)) % wallets().size();
    ledger.contested(money);
    Transaction first = pay(money, one, Intent.DOUBLE_SPEND);
    Transaction second = pay(money, other, Intent.DOUBLE_SPEND);
    int split = 1 + random.nextInt(there.size() - 1);
    for (int i = 0; i < there.size(); i++) {
      Watcher to = there.get(i);
      Transaction transaction = i < split ? first : second;
      inFlight(() -> send(to, transaction));
    }
  }

  private List<Devnet.FundedWallet> wallets() {
    return cluster.devnet().wallets();
  }

  private Transaction pay(Money money, int to, Intent intent) throws CommandFailedException {
    Transaction payment =
        cluster.pay(wallets().get(money.owner()), money.coin(), wallets().get(to));
    Coin made = new Coin(payment.outPoint(0), payment.outputs().getFirst().amount());
    ledger.made(payment.txid(), money, new Money(made, to));
    history.add(
        at ->
            new Event.Made(at, payment.txid(), intent, payment.spends(), List.of(made.outPoint())));
    return payment;
  }

  private List<Watcher> shuffledConnected() {
    List<Watcher> there = new ArrayList<>(watchers.stream().filter(Watcher::connected).toList());
    Collections.shuffle(there, random);
    return there;
  }

  /** To one node; where it stands then is told to the ledger. */
  private void offer(Transaction payment) {
    List<Watcher> there = shuffledConnected();
    if (there.isEmpty()) {
      ledger.answered(payment, Event.Answered.UNANSWERED);
      return;
    }
    inFlight(() -> ledger.answered(payment, send(there.getFirst(), payment)));
  }

  private void inFlight(Runnable work) {
    slots.acquireUninterruptibly();
    senders.execute(
        () -> {
          try {
            work.run();
          } finally {
            slots.release();
          }
        });
  }

  private String send(Watcher to, Transaction payment) {
    Txid txid = payment.txid();
    history.add(at -> new Event.Offered(at, to.index(), txid));
    String answer = answer(to, payment);
    history.add(at -> new Event.Answered(at, to.index(), txid, answer));
    return answer;
  }

  private static String answer(Watcher to, Transaction payment) {
    try {
      NetworkMessage answer =
          to.connection()
              .askRaw(id -> new NetworkMessage.TransactionBroadcast(payment, id), ANSWER)
              .message();
      return switch (answer) {
        case NetworkMessage.TransactionAccepted _ -> Event.Answered.ACCEPTED;
        case NetworkMessage.Error e -> e.code().wireName();
        default -> Event.Answered.UNANSWERED;
      };
    } catch (ConnectionLostException | CommandFailedException e) {
      return Event.Answered.UNANSWERED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Event.Answered.UNANSWERED;
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
