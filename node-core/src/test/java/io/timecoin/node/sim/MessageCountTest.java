package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many messages of each type seven masternodes send each other: bounded per peer and event when
 * all is well, and when what was cut becomes whole. A type without a bound here fails the test.
 */
final class MessageCountTest {
  private static final int NODES = 7;

  /** Ordered pairs of nodes: each can send to each other. */
  private static final int PAIRS = NODES * (NODES - 1);

  private static final int PAYMENTS = 20;
  private static final long QUIET_MS = 20_000;

  private final SimWorld world =
      new SimWorld(5, SimProfile.Name.CALM.of(NODES), List.of(), Latency.upTo(20), null);
  private final List<SimWallet> wallets = new ArrayList<>();
  private final List<OutPoint> coins = new ArrayList<>(world.genesis.coinbase().outPoints());

  MessageCountTest() {
    world.honest().forEach(node -> wallets.add(new SimWallet(world, node)));
    world.clock.run(500);
  }

  private void pay(int node) {
    SimWallet wallet = wallets.get(node);
    Transaction payment = Payments.of(world, coins.removeFirst(), SimWorld.COIN, 0);
    world.invariants.known(payment);
    wallet.submit(payment);
  }

  private Map<String, Long> during(Runnable what) {
    Map<String, Long> before = new TreeMap<>(world.network.sent());
    what.run();
    Map<String, Long> more = new TreeMap<>(world.network.sent());
    before.forEach((type, count) -> more.merge(type, -count, Long::sum));
    more.values().removeIf(count -> count == 0);
    return more;
  }

  private static void assertWithin(Map<String, Long> sent, Map<String, Integer> bounds) {
    assertThat(bounds.keySet()).as("types with a bound").containsAll(sent.keySet());
    sent.forEach(
        (type, count) ->
            assertThat(count.intValue())
                .as(type + " of " + sent)
                .isLessThanOrEqualTo(bounds.get(type)));
  }

  @Test
  void whenAllIsWellEachEventCostsOneMessageAPeer() {
    Map<String, Long> sent =
        during(
            () -> {
              for (int i = 0; i < PAYMENTS; i++) {
                pay(i % NODES);
                world.clock.run(100);
              }
              world.clock.run(QUIET_MS);
            });
    long blocks = world.honest().getFirst().engine().height();
    assertThat(blocks).isPositive();
    int decided = (int) blocks;
    assertWithin(
        sent,
        Map.of(
            "TransactionBroadcast", PAYMENTS * (NODES - 1),
            // a prepare, a commit and the word that it is final, of each node to each
            "InstantFinalityVote", 3 * PAYMENTS * PAIRS,
            "BlockProposal", decided * (NODES - 1),
            "BlockVote", 2 * decided * PAIRS,
            "ChainStatus", 2 * decided * PAIRS));
  }

  @Test
  void aCutThatHealsCostsNoStorm() {
    world.network.begin(
        new Fault.Partition(0, 10 * QUIET_MS, Set.of(0, 1, 2), Fault.Cut.BOTH_WAYS));
    for (int i = 0; i < PAYMENTS; i++) {
      pay(i % NODES);
      world.clock.run(200);
    }
    world.clock.run(QUIET_MS);
    Map<String, Long> sent =
        during(
            () -> {
              world.network.heal();
              world.clock.run(QUIET_MS);
            });
    world
        .honest()
        .forEach(
            node -> {
              assertThat(node.engine().pending()).isZero();
              assertThat(node.engine().stateHash())
                  .isEqualTo(world.honest().getFirst().engine().stateHash());
            });
    int decided = (int) world.honest().getFirst().engine().height();
    assertWithin(
        sent,
        Map.of(
            // what the other side lacks, once a connection
            "TransactionBroadcast", PAYMENTS * PAIRS,
            "InstantFinalityVote", 6 * PAYMENTS * PAIRS,
            "GetTransactions", PAYMENTS * PAIRS,
            "Transactions", PAYMENTS * PAIRS,
            "UTXOStateNotification", PAYMENTS * PAIRS,
            "BlockProposal", 4 * decided * PAIRS,
            "BlockVote", 8 * decided * PAIRS,
            "ChainStatus", 3 * (decided + 1) * PAIRS,
            "GetBlocks", 2 * decided * PAIRS,
            "Blocks", 2 * decided * PAIRS));
  }
}
