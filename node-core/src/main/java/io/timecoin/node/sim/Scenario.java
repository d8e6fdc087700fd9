package io.timecoin.node.sim;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.gateway.VirtualClient;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sets a run going: its wallets, its payments, its faults. */
final class Scenario {
  private final SimWorld world;
  private final List<SimWallet> wallets = new ArrayList<>();
  private final List<OutPoint> coins;
  private final List<Transaction> payments = new ArrayList<>();

  Scenario(SimWorld world) {
    this.world = world;
    this.coins = new ArrayList<>(world.genesis.coinbase().outPoints());
    world.honest().forEach(node -> wallets.add(new SimWallet(world, node)));
  }

  List<SimWallet> wallets() {
    return wallets;
  }

  /** Honest payments sent so far. */
  List<Transaction> payments() {
    return payments;
  }

  void plan(List<Fault> faults) {
    for (int i = 0; i < world.profile.payments(); i++) {
      world.clock.after(world.random.nextInt(FaultPlan.BEGIN_WITHIN_MS), this::payment);
    }
    faults.forEach(this::plan);
  }

  private void plan(Fault fault) {
    switch (fault) {
      case Fault.Partition f -> at(f.atMs(), f, () -> world.network.begin(f));
      case Fault.Weather f -> at(f.atMs(), f, () -> world.network.begin(f));
      case Fault.Crash f -> world.honest(f.node()).plan(f);
      case Fault.SlowDisk f ->
          spell(
              f.atMs(),
              f.forMs(),
              f,
              () -> world.honest(f.node()).slowDisk(f.latencyMs()),
              () -> world.honest(f.node()).slowDisk(0));
      case Fault.FullDisk f ->
          spell(
              f.atMs(),
              f.forMs(),
              f,
              () -> world.honest(f.node()).fullDisk(true),
              () -> world.honest(f.node()).fullDisk(false));
      case Fault.Skew f -> at(0, f, () -> world.honest(f.node()).skew(f));
      case Fault.Flood f -> at(f.atMs(), f, () -> flood(f));
      case Fault.DeafWallet f ->
          spell(
              f.atMs(),
              f.forMs(),
              f,
              () -> wallets.get(f.node()).deaf(true),
              () -> wallets.get(f.node()).deaf(false));
      case Fault.DoubleSpend f -> at(f.atMs(), f, () -> doubleSpend(f));
      case Fault.Lying _ -> {} // the liar is made so
    }
  }

  private void at(long ms, Fault fault, Runnable begin) {
    world.clock.at(
        ms,
        () -> {
          world.coverage.fault(fault);
          world.trace.happened("%s", fault);
          begin.run();
        });
  }

  private void spell(long ms, long forMs, Fault fault, Runnable begin, Runnable end) {
    at(ms, fault, begin);
    world.clock.at(ms + forMs, end);
  }

  private SimWallet anyWallet() {
    return wallets.get(world.random.nextInt(wallets.size()));
  }

  private OutPoint takeCoin() {
    return coins.remove(world.random.nextInt(coins.size()));
  }

  /** A payment, and at times a child of it sent elsewhere before it can be final. */
  private void payment() {
    Transaction parent = Payments.of(world, takeCoin(), SimWorld.COIN, 0);
    pay(anyWallet(), parent);
    if (world.random.nextInt(3) == 0) {
      Transaction child = Payments.of(world, parent.outPoint(0), parent.outputSum(), 0);
      SimWallet other = anyWallet();
      world.clock.after(
          world.random.nextInt(100),
          () -> {
            pay(other, child);
            other.ask(child.spends());
          });
    }
  }

  private void pay(SimWallet wallet, Transaction payment) {
    payments.add(payment);
    world.invariants.known(payment);
    wallet.pay(payment);
  }

  /** Conflicting payments, each with a child at times: what falls takes its children with it. */
  private void doubleSpend(Fault.DoubleSpend fault) {
    OutPoint coin = takeCoin();
    for (int salt = 0; salt < fault.ways(); salt++) {
      Transaction spend = Payments.of(world, coin, SimWorld.COIN, salt);
      submitSoon(spend, 30);
      if (world.random.nextInt(3) == 0) {
        submitSoon(Payments.of(world, spend.outPoint(0), spend.outputSum(), salt), 100);
      }
    }
  }

  private void submitSoon(Transaction transaction, int withinMs) {
    SimWallet wallet = anyWallet();
    world.invariants.known(transaction);
    world.clock.after(world.random.nextInt(withinMs), () -> wallet.submit(transaction));
  }

  /** One client of no use: rubbish, payments of nothing, and more of both than it may send. */
  private void flood(Fault.Flood fault) {
    SimNode node = world.honest(fault.node());
    VirtualClient client = SimDoor.open(world, node);
    node.connect(client.id(), client::send, () -> {});
    for (int i = 0; i < fault.messages(); i++) {
      world.clock.afterMicros(i * 200L, () -> client.text(rubbish()));
    }
  }

  private byte[] rubbish() {
    return switch (world.random.nextInt(4)) {
      case 0 -> "{\"type\":\"TransactionBroadcast\"".getBytes(StandardCharsets.UTF_8);
      case 1 -> world.codec.encode(new NetworkMessage.Ping(world.random.nextLong()));
      case 2 ->
          world.codec.encode(
              new NetworkMessage.UtxoStateQuery(world.genesis.coinbase().outPoints(), null));
      default -> {
        Transaction orphan = Payments.ofNothing(world);
        world.invariants.known(orphan);
        yield world.codec.encode(new NetworkMessage.TransactionBroadcast(orphan, null));
      }
    };
  }
}
