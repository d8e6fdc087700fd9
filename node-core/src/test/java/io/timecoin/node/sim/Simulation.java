package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;

/**
 * One seeded run: payments and conflicts under faults, then quiet, then what must have come true.
 */
final class Simulation {
  private static final long FAULTS_MS = 6_000;
  private static final long QUIET_MS = 30_000;
  private static final int LEVEL_TRIES = 30;
  private static final long LEVEL_MS = 100;

  private final SimWorld world;
  private final List<SimWallet> wallets = new ArrayList<>();
  private final List<OutPoint> coins;
  private final List<Transaction> honest = new ArrayList<>();

  Simulation(long seed, SimProfile profile) {
    this.world = new SimWorld(seed, profile);
    this.coins = new ArrayList<>(world.genesis.coinbase().outPoints());
    world.honest().forEach(node -> wallets.add(new SimWallet(world, node)));
  }

  /** Runs it all; throws an AssertionError when an invariant breaks. */
  SimWorld run() {
    world.run(500);
    for (int i = 0; i < world.profile.payments(); i++) {
      world.after(world.random.nextInt((int) FAULTS_MS / 2), this::payment);
    }
    for (int i = 0; i < world.profile.conflicts(); i++) {
      world.after(world.random.nextInt((int) FAULTS_MS / 2), this::conflict);
    }
    for (int i = 0; i < world.profile.partitions(); i++) {
      world.after(
          world.random.nextInt((int) FAULTS_MS),
          () -> world.partition(1 + world.random.nextInt(1_500)));
    }
    world.run(FAULTS_MS);
    world.faults = false;
    world.heal();
    world.run(2_000);
    resubmitUnacknowledged();
    world.run(QUIET_MS);
    endBetweenBlocks();
    check();
    return world;
  }

  private SimWallet anyWallet() {
    return wallets.get(world.random.nextInt(wallets.size()));
  }

  private OutPoint takeCoin() {
    return coins.remove(world.random.nextInt(coins.size()));
  }

  /** A payment, and at times a child of it sent elsewhere before it can be final. */
  private void payment() {
    SimWallet wallet = anyWallet();
    Transaction parent = wallet.pay(takeCoin(), SimWorld.COIN, 0);
    send(wallet, parent);
    if (world.random.nextInt(3) == 0) {
      SimWallet other = anyWallet();
      Transaction child = other.pay(parent.outPoint(0), parent.outputSum(), 0);
      world.after(world.random.nextInt(100), () -> send(other, child));
    }
  }

  private void send(SimWallet wallet, Transaction transaction) {
    honest.add(transaction);
    wallet.payments.add(transaction);
    world.invariants.known(transaction);
    wallet.submit(transaction);
  }

  private void conflict() {
    OutPoint coin = takeCoin();
    for (int salt = 0; salt < 2; salt++) {
      SimWallet wallet = anyWallet();
      Transaction spend = wallet.pay(coin, SimWorld.COIN, salt);
      world.invariants.known(spend);
      world.after(world.random.nextInt(30), () -> wallet.submit(spend));
    }
  }

  /** A wallet sends again what no node acknowledged; what was acknowledged must come by itself. */
  private void resubmitUnacknowledged() {
    for (int round = 0; round < 3; round++) { // parents may come after their children
      for (SimWallet wallet : wallets) {
        wallet.payments.stream()
            .filter(payment -> !wallet.accepted.contains(payment.txid()))
            .forEach(wallet::submit);
      }
      world.run(1_000);
    }
  }

  /** Blocks of nothing go on for ever: not in the middle of one. */
  private void endBetweenBlocks() {
    for (int tries = 0; tries < LEVEL_TRIES && !level(); tries++) {
      world.run(LEVEL_MS);
    }
  }

  private boolean level() {
    return world.honest().stream().map(node -> node.engine().height()).distinct().count() == 1;
  }

  private void check() {
    for (SimNode node : world.honest()) {
      for (Transaction payment : honest) {
        assertThat(node.engine().knowsFinal(payment.txid()))
            .as("node %d knows the honest payment %s final", node.index(), payment.txid())
            .isTrue();
      }
      assertThat(node.engine().finalTxids())
          .as("all nodes hold the same final transactions")
          .containsExactlyInAnyOrderElementsOf(world.honest().getFirst().engine().finalTxids());
    }
    checkChain();
    wallets.forEach(SimWallet::checkView);
  }

  /** Every contest has ended, everything final is in a block, and all nodes are level. */
  private void checkChain() {
    MasternodeEngine first = world.honest().getFirst().engine();
    for (SimNode node : world.honest()) {
      assertThat(node.engine().status().chain().unconfirmed())
          .as("node %d has everything final in a block", node.index())
          .isZero();
      assertThat(node.engine().height())
          .as("height of node %d", node.index())
          .isEqualTo(first.height());
      assertThat(node.engine().stateHash()).isEqualTo(first.stateHash());
      node.engine()
          .forEachUtxo(
              utxo ->
                  assertThat(utxo.state())
                      .as("node %d: every lock has ended: %s", node.index(), utxo.outPoint())
                      .isNotInstanceOfAny(UtxoState.Locked.class, UtxoState.SpentPending.class));
    }
  }
}
