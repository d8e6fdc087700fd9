package io.timecoin.node.cli.client;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every change, as it happens. */
@Command(
    name = "watch",
    header = "Print every state change of addresses as it happens.",
    description =
        "Print every state change of addresses as it happens: one UTXOStateNotification "
            + "a line, exactly as the node sends it. Ends with Ctrl-C; connects again when "
            + "the node was away.")
public final class WatchCommand extends WalletCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "What to watch.")
  private List<Address> addresses;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after that many changes (default: never).")
  private long count = Long.MAX_VALUE;

  private long printed;

  @Override
  protected int run() throws CommandFailedException, InterruptedException {
    NodeConnection first = connect();
    try (Ending _ = Ending.onSignal(terminal(), DONE, () -> {})) {
      watch(first);
      Duration pause = FIRST_PAUSE;
      while (!isDone()) {
        pause(pause);
        pause = again() ? FIRST_PAUSE : longer(pause);
      }
      return DONE;
    }
  }

  private boolean again() throws CommandFailedException, InterruptedException {
    try {
      NodeConnection node = NodeConnection.open(url(), timeout());
      terminal().say("connected again");
      watch(node);
      return true;
    } catch (ConnectionLostException e) {
      return false;
    }
  }

  /** Until the connection is lost or enough is printed. */
  private void watch(NodeConnection node) throws CommandFailedException, InterruptedException {
    try (node) {
      run(node);
    } catch (ConnectionLostException e) {
      terminal().say("lost the node at " + url() + ": " + e.getMessage() + "; trying again");
    }
  }

  @Override
  protected int run(NodeConnection node)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Subscription subscription = new Subscription(node, List.of(), addresses, timeout());
    summarise(subscription.open());
    while (!isDone()) {
      switch (subscription.next(PATIENCE)) {
        case Subscription.Changed changed -> print(changed.received().text());
        case Subscription.Resynced resynced -> {
          terminal().say("changes were missed; this is how things stand now");
          summarise(resynced.snapshot());
        }
        case Subscription.Other _ -> {}
        case null -> {}
      }
    }
    return DONE;
  }

  private void print(String text) {
    terminal().printLine(text);
    printed++;
  }

  private boolean isDone() {
    return printed >= count || terminal().out().checkError();
  }

  private void summarise(SubscriptionConfirmed snapshot) {
    Amount unspent =
        snapshot.utxos().stream()
            .filter(utxo -> utxo.state() instanceof UtxoState.Unspent)
            .map(UtxoSnapshot::amount)
            .reduce(Amount.ZERO, Amount::plus);
    terminal()
        .say(
            "watching %d %s at %s: %d UTXOs, %s unspent; the next change is number %d"
                .formatted(
                    addresses.size(),
                    addresses.size() == 1 ? "address" : "addresses",
                    url(),
                    snapshot.utxos().size(),
                    unspent,
                    snapshot.firstSeq()));
  }

  /** Half of it at least, the rest by chance, so that clients do not come back all at once. */
  private static void pause(Duration pause) throws InterruptedException {
    long half = pause.toMillis() / 2;
    long ms = half + new Random().nextLong(half);
    boolean unused = new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
