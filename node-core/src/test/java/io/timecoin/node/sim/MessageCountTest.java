package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private final SimWorld world = new SimWorld(5, new SimProfile(NODES, 0, 0, 0, 20, 0, 0, 0));
  private final List<SimWallet> wallets = new ArrayList<>();
  private final List<OutPoint> coins = new ArrayList<>(world.genesis.coinbase().outPoints());

  MessageCountTest() {
    world.honest().forEach(node -> wallets.add(new SimWallet(world, node)));
    world.run(500);
  }

  private void pay(int node) {
    SimWallet wallet = wallets.get(node);
    Transaction payment = wallet.pay(coins.removeFirst(), SimWorld.COIN, 0);
    world.invariants.known(payment);
    wallet.submit(payment);
  }

  private Map<String, Integer> during(Runnable what) {
    Map<String, Integer> before = new TreeMap<>(world.sent);
    what.run();
    Map<String, Integer> more = new TreeMap<>(world.sent);
    before.forEach((type, count) -> more.merge(type, -count, Integer::sum));
    more.values().removeIf(count -> count == 0);
    return more;
  }

  private static void assertWithin(Map<String, Integer> sent, Map<String, Integer> bounds) {
    assertThat(bounds.keySet()).as("types with a bound").containsAll(sent.keySet());
    sent.forEach(
        (type, count) ->
            assertThat(count).as(type + " of " + sent).isLessThanOrEqualTo(bounds.get(type)));
  }

  @Test
  void whenAllIsWellEachEventCostsOneMessageAPeer() {
    Map<String, Integer> sent =
        during(
            () -> {
              for (int i = 0; i < PAYMENTS; i++) {
                pay(i % NODES);
                world.run(100);
              }
              world.run(QUIET_MS);
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
    world.partition(QUIET_MS);
    for (int i = 0; i < PAYMENTS; i++) {
      pay(i % NODES);
      world.run(200);
    }
    world.run(QUIET_MS);
    Map<String, Integer> sent =
        during(
            () -> {
              world.heal();
              world.run(QUIET_MS);
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
            "UtxoStateNotification", PAYMENTS * PAIRS,
            "BlockProposal", 4 * decided * PAIRS,
            "BlockVote", 8 * decided * PAIRS,
            "ChainStatus", 3 * (decided + 1) * PAIRS,
            "GetBlocks", 2 * decided * PAIRS,
            "Blocks", 2 * decided * PAIRS));
  }
}
