package io.timecoin.app.main.trial;

import io.timecoin.app.client.NodeClient;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.trial.Faults;
import io.timecoin.app.vm.trial.TrialPort;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.Payment;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.devnet.DevnetFaults;
import io.timecoin.node.devnet.DevnetNode;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.tx.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The demo's masternodes in this process, and the connection of its wallet. */
public final class DemoTrial implements TrialPort {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OWN = 0;

  private final Devnet network;
  private final NodeClient client;
  private final Purse purse;
  private final Executor background;
  private final Executor screen;
  private final Clock clock;

  /**
   * Breaks nothing yet.
   *
   * @param client the wallet's connection, to the first node
   * @param background where work may block
   * @param screen runs on the thread of the screens
   */
  public DemoTrial(
      Devnet network, NodeClient client, Purse purse, Executor background, Executor screen) {
    this.network = network;
    this.client = client;
    this.purse = purse;
    this.background = background;
    this.screen = screen;
    this.clock = Clock.systemUTC();
  }

  @Override
  public List<String> nodes() {
    return network.nodes().stream().map(DevnetNode::name).toList();
  }

  @Override
  public Faults faults() {
    DevnetFaults.Links links = network.faults().links();
    return new Faults(
        network.nodes().stream()
            .filter(node -> !node.running())
            .map(DevnetNode::index)
            .collect(Collectors.toSet()),
        links.delay().toMillis(),
        links.apart());
  }

  @Override
  public void bring(Faults wanted, Consumer<Progress> told) {
    background.execute(
        () -> {
          network.faults().delay(Duration.ofMillis(wanted.delayMillis()));
          network.faults().partition(wanted.apart());
          Progress end = new Progress.Done();
          for (DevnetNode node : network.nodes()) {
            end = bring(node, !wanted.stopped().contains(node.index()), told).orElse(end);
          }
          tell(told, end);
        });
  }

  /** Why the node did not start, if it did not. */
  private Optional<Progress> bring(DevnetNode node, boolean run, Consumer<Progress> told) {
    int index = node.index();
    if (node.running() == run) {
      return Optional.empty();
    }
    tell(told, new Progress.Node(index, run ? NodePhase.STARTING : NodePhase.STOPPING));
    if (!run) {
      network.stopNode(index);
      tell(told, new Progress.Node(index, NodePhase.STOPPED));
      return Optional.empty();
    }
    try {
      network.startNode(index);
      tell(told, new Progress.Node(index, NodePhase.RUNNING));
      return Optional.empty();
    } catch (NodeStartException e) {
      tell(told, new Progress.Node(index, NodePhase.FAILED));
      return Optional.of(new Progress.Failed(index, e.reason(), e.remedy()));
    }
  }

  private void tell(Consumer<Progress> told, Progress progress) {
    screen.execute(() -> told.accept(progress));
  }

  @Override
  public void connect(boolean connected) {
    if (connected) {
      client.comeBack();
    } else {
      client.stayAway();
    }
  }

  @Override
  public void payTwice(Payment one, Payment other, Consumer<Twice> told) {
    Keyring keyring = purse.keyring();
    background.execute(
        () -> {
          Twice result = cheat(keyring, one, other);
          screen.execute(() -> told.accept(result));
        });
  }

  private Twice cheat(Keyring keyring, Payment one, Payment other) {
    DevnetNode second = farthest();
    DevnetNode first = network.nodes().getFirst();
    try (Courier left = new Courier(first.webSocketUri());
        Courier right = new Courier(second.webSocketUri())) {
      if (!left.awaitConnection(PATIENCE) || !right.awaitConnection(PATIENCE)) {
        return new Twice.Failed(new Problem(Problem.Kind.NO_ANSWER, second.name()));
      }
      Transaction here = sign(keyring, one);
      Transaction there = sign(keyring, other);
      client.alsoHappened(new SessionEvent.Submitted(here));
      client.alsoHappened(new SessionEvent.Submitted(there));
      left.hand(here);
      right.hand(there);
      hear(left);
      hear(right);
      return new Twice.Sent(here.txid().toString(), there.txid().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Twice.Failed(Problem.NONE); // the program ends
    }
  }

  private void hear(Courier courier) throws InterruptedException {
    if (courier.awaitAnswer(PATIENCE)) {
      courier.refusal().map(SessionEvent.Received::new).ifPresent(client::alsoHappened);
    }
  }

  private Transaction sign(Keyring keyring, Payment payment) {
    return switch (keyring.sign(
        network.genesis().hash(), payment, clock.instant().getEpochSecond())) {
      case Keyring.Signed signed -> signed.transaction();
      case Keyring.MissingKeys missing ->
          throw new IllegalStateException("the demo's wallet is never locked: " + missing);
    };
  }

  /** A running node on the other side of a split network if there is one, else just another. */
  private DevnetNode farthest() {
    DevnetFaults.Links links = network.faults().links();
    return last(node -> links.cutBetween(OWN, node.index()))
        .or(() -> last(_ -> true))
        .orElseGet(() -> network.nodes().getFirst());
  }

  /** A running node on the wallet's side of a split network if there is one, else just another. */
  private DevnetNode nearest() {
    DevnetFaults.Links links = network.faults().links();
    return last(node -> !links.cutBetween(OWN, node.index())).orElseGet(this::farthest);
  }

  private Optional<DevnetNode> last(Predicate<DevnetNode> wanted) {
    return network.nodes().stream()
        .filter(node -> node.index() != OWN && node.running() && wanted.test(node))
        .reduce((_, later) -> later);
  }

  @Override
  public void receive(Consumer<String> sent, Consumer<Problem> failed) {
    Address to = purse.keyring().receiveAddress();
    DevnetNode node = nearest();
    Devnet.FundedWallet giver = network.wallets().get(1);
    background.execute(
        () -> {
          try {
            Transaction paid =
                new Giver(network.genesis(), giver, clock)
                    .pay(node.webSocketUri(), to, Amount.ofTime(1));
            screen.execute(() -> sent.accept(paid.txid().toString()));
          } catch (Giver.GiverException e) {
            screen.execute(() -> failed.accept(new Problem(e.kind(), giver.name())));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program ends
          }
        });
  }
}
