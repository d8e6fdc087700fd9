package io.timecoin.node.sim;

import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run: payments under faults, then peace, and after that everything that was promised must come
 * true within {@link #PEACE_MS}.
 */
public final class SimRun {
  /** Virtual milliseconds that faults may last. */
  public static final long FAULTS_MS = 6_000;

  /**
   * Virtual milliseconds after the last fault within which every honest payment is final and in a
   * block, every contest has ended and all nodes are level.
   */
  public static final long PEACE_MS = 30_000;

  private static final long WARM_UP_MS = 500;
  private static final long STEP_MS = 50;
  private static final long RESUBMIT_MS = 1_000;
  private static final int NODES_DELAY_MS = 20;

  private final SimWorld world;
  private final Scenario scenario;
  private final List<Fault> faults;

  /**
   * What a run came to.
   *
   * @param virtualMs how long it took in its own time
   * @param payments final transactions
   * @param released by blocks
   */
  public record Result(
      long virtualMs, long height, int payments, int released, long messages, Coverage coverage) {}

  private SimRun(
      long seed, SimProfile profile, List<Fault> faults, @Nullable Consumer<String> trace) {
    this.faults = faults;
    this.world = new SimWorld(seed, profile, faults, Latency.upTo(NODES_DELAY_MS), trace);
    this.scenario = new Scenario(world);
  }

  /** The faults that a seed draws. */
  public static List<Fault> faults(long seed, SimProfile profile) {
    return FaultPlan.draw(seed, profile);
  }

  /**
   * Runs it all.
   *
   * @param trace told of everything that happens, or null
   * @throws Breach when a promise is broken
   */
  public static Result run(
      long seed, SimProfile profile, List<Fault> faults, @Nullable Consumer<String> trace) {
    return new SimRun(seed, profile, faults, trace).run();
  }

  private Result run() {
    world.clock.run(WARM_UP_MS);
    scenario.plan(faults);
    world.clock.run(FAULTS_MS);
    world.faulty = false;
    world.network.heal();
    world.trace.happened("peace");
    long peace = world.clock.elapsedMs();
    long resubmitAt = peace + RESUBMIT_MS;
    Optional<String> lacking = lacking();
    while (lacking.isPresent()) {
      Breach.unless(
          world.clock.elapsedMs() - peace < PEACE_MS,
          "%d s after the last fault %s",
          PEACE_MS / 1_000,
          lacking.get());
      world.clock.run(STEP_MS);
      if (world.clock.elapsedMs() >= resubmitAt) {
        scenario.wallets().forEach(SimWallet::submitUnacknowledged);
        resubmitAt += RESUBMIT_MS;
      }
      lacking = lacking();
    }
    MessageBounds.check(world);
    return result();
  }

  /** What has not come true yet. */
  private Optional<String> lacking() {
    List<SimNode> honest = world.honest();
    if (!honest.stream().allMatch(SimNode::running)) {
      return Optional.of("a node is down");
    }
    MasternodeEngine first = honest.getFirst().engine();
    for (SimNode node : honest) {
      Optional<String> lacking = lacking(node, first);
      if (lacking.isPresent()) {
        return lacking.map(what -> "node " + node.index() + " " + what);
      }
    }
    if (!honest.stream().allMatch(SimNode::isIdle)) {
      return Optional.of("a node is writing");
    }
    if (!scenario.wallets().stream().allMatch(SimWallet::isQuiet)) {
      return Optional.of("a wallet has not read everything");
    }
    scenario.wallets().forEach(SimWallet::checkView);
    return Optional.empty();
  }

  private Optional<String> lacking(SimNode node, MasternodeEngine first) {
    MasternodeEngine engine = node.engine();
    for (Transaction payment : scenario.payments()) {
      if (!engine.knowsFinal(payment.txid())) {
        return Optional.of("does not know the honest payment " + payment.txid() + " final");
      }
    }
    if (engine.unconfirmed() > 0) {
      return Optional.of("has " + engine.unconfirmed() + " final transactions in no block");
    }
    if (engine.height() != first.height() || !engine.stateHash().equals(first.stateHash())) {
      return Optional.of("is at height " + engine.height() + ", not " + first.height());
    }
    UtxoState[] locked = new UtxoState[1];
    engine.forEachUtxo(
        utxo -> {
          if (utxo.state() instanceof UtxoState.Locked
              || utxo.state() instanceof UtxoState.SpentPending) {
            locked[0] = utxo.state();
          }
        });
    return Optional.ofNullable(locked[0]).map(state -> "still has a coin " + state);
  }

  private Result result() {
    FinalRules finals = world.invariants.finals();
    return new Result(
        world.clock.elapsedMs(),
        world.honest().getFirst().engine().height(),
        finals.finalCount(),
        finals.released().size(),
        world.network.messages(),
        world.coverage);
  }
}
