package io.timecoin.node.cli.chaos;

import io.timecoin.node.base.Address;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.History;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Wires;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.cli.offline.Proof;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.CoinSelection.Coin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stages of a run: payments under faults, payments after them, and the questions at the end.
 */
final class ChaosRun implements AutoCloseable {
  private static final int COINS = 160;
  private static final Duration PROGRESS = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final Devnet devnet;
  private final Terminal terminal;
  private final Stop stop;
  private final History history;
  private final Ledger ledger = new Ledger();
  private final List<Watcher> watchers = new ArrayList<>();
  private final Faults faults;
  private final List<String> failures = new ArrayList<>();

  ChaosRun(Devnet devnet, Wires wires, Terminal terminal, Stop stop, History history) {
    this.devnet = devnet;
    this.terminal = terminal;
    this.stop = stop;
    this.history = history;
    this.faults = new Faults(devnet, wires, history, stop);
  }

  /**
   * How long each stage is.
   *
   * @param faults with faults
   * @param calm after them, for comparison
   * @param patience for everything to settle then
   */
  record Times(Duration faults, Duration calm, Duration patience) {}

  /** Nodes that did not start again, payments nobody took: what no event says. */
  List<String> failures() {
    List<String> all = new ArrayList<>(failures);
    all.addAll(faults.failures());
    return all;
  }

  /** All stages. */
  void run(List<Planned> plan, Times times, Random random)
      throws CommandFailedException,
          ConnectionLostException,
          NodeStartException,
          CutShortException,
          InterruptedException {
    devnet.start(_ -> {});
    stop.pause(Duration.ZERO);
    try (Cluster cluster = new Cluster(devnet)) {
      prepare(cluster);
      watch();
      try (Payer payer = new Payer(cluster, watchers, history, random, ledger)) {
        pay(payer, plan, times);
        end(payer, times.patience());
      }
    }
  }

  private void prepare(Cluster cluster)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    cluster.connect();
    Devnet.FundedWallet you = devnet.wallets().getFirst();
    List<Coin> money = List.of(cluster.genesisCoins(you).getFirst());
    for (Coin coin : cluster.split(you.key(), money, COINS)) {
      ledger.giveBack(new Money(coin, 0));
    }
    cluster.close();
  }

  private Stream<Address> wallets() {
    return devnet.wallets().stream().map(Devnet.FundedWallet::address);
  }

  private void watch() throws CutShortException, InterruptedException {
    devnet
        .nodes()
        .forEach(
            node ->
                watchers.add(
                    new Watcher(node, wallets().toList(), history, stop, ledger::isFinal)));
    watchers.forEach(Watcher::start);
    while (!watchers.stream().allMatch(Watcher::connected)) {
      stop.pause(LOOK);
    }
  }

  private void pay(Payer payer, List<Planned> plan, Times times)
      throws CommandFailedException, CutShortException, InterruptedException {
    reach(Event.Stage.FAULTS_BEGIN);
    terminal.say("%d faults in %d s".formatted(plan.size(), times.faults().toSeconds()));
    faults.start(plan);
    payFor(payer, times.faults());
    faults.await();
    reach(Event.Stage.FAULTS_END);
    terminal.say("all is healed; payments go on for %d s".formatted(times.calm().toSeconds()));
    payFor(payer, times.calm());
    reach(Event.Stage.PAYMENTS_END);
  }

  private void payFor(Payer payer, Duration time)
      throws CommandFailedException, CutShortException, InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    while (System.nanoTime() - end < 0) {
      payer.payUntil(Math.min(end, System.nanoTime() + PROGRESS.toNanos()), stop);
      terminal.say(
          "%d s: %d payments accepted, %d final, %d of %d nodes answer"
              .formatted(
                  Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                  ledger.accepted(),
                  ledger.finals(),
                  watchers.stream().filter(Watcher::connected).count(),
                  watchers.size()));
    }
  }

  private void end(Payer payer, Duration patience)
      throws CommandFailedException,
          ConnectionLostException,
          CutShortException,
          InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean taken = payer.settle(patience, stop);
    boolean settled = settle(deadline);
    // No payment of a contested coin can become final any more: it must be free for a new one.
    for (Money money : ledger.takeContested()) {
      payer.payHonestly(money);
    }
    taken &= payer.settle(patience, stop);
    settled &= settle(System.nanoTime() + patience.toNanos());
    if (!taken) {
      failures.add("%d honest payments were accepted by no node".formatted(ledger.open()));
    }
    if (settled) {
      reach(Event.Stage.SETTLED);
    }
    List<Address> addresses =
        Stream.concat(
                wallets(),
                devnet.genesis().masternodes().members().stream().map(Masternode::rewardAddress))
            .toList();
    new Inquest(watchers, history, Proof.of(devnet.genesis()), addresses, stop).hold();
  }

  private void reach(Event.Stage stage) {
    history.add(at -> new Event.Reached(at, stage));
  }

  /** Waits until all nodes say the same and nothing is under way; whether they do in time. */
  private boolean settle(long deadline) throws CutShortException, InterruptedException {
    while (!settledNow()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      stop.pause(LOOK);
    }
    return true;
  }

  private boolean settledNow() throws InterruptedException {
    Set<Object> states = new HashSet<>();
    long open = 0;
    for (Watcher watcher : watchers) {
      try {
        StatusReport status = watcher.status(ANSWER);
        states.add(List.of(status.height(), status.chain().stateHash()));
        open += status.pending() + status.waiting() + status.chain().unconfirmed();
      } catch (CommandFailedException | ConnectionLostException e) {
        return false;
      }
    }
    return states.size() == 1 && open == 0;
  }

  /** Ends what still goes on; nothing is started any more afterwards. */
  @Override
  public void close() {
    stop.ask();
    watchers.forEach(Watcher::close);
    faults.await();
  }
}
