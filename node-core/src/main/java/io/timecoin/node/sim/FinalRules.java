package io.timecoin.node.sim;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.tx.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * No two conflicting transactions final, nothing final ever undone or released, one block a height
 * and one state a block, and money neither appears nor disappears. Source: protocol.md 4 and 5.
 */
final class FinalRules {
  private final SimWorld world;
  private final Map<Txid, Transaction> transactions;
  private final Map<OutPoint, Txid> spenders = new HashMap<>();
  private final Map<Integer, Set<Txid>> finals = new HashMap<>();
  private final Map<Long, Hash256> blocks = new HashMap<>();
  private final Map<Long, Hash256> states = new HashMap<>();
  private final Map<Integer, Long> heights = new HashMap<>();
  private final Set<Txid> finalAnywhere = new HashSet<>();
  private final Set<Txid> released = new HashSet<>();

  FinalRules(SimWorld world, Map<Txid, Transaction> transactions) {
    this.world = world;
    this.transactions = transactions;
  }

  void started(SimNode node) {
    for (Txid txid : finals.getOrDefault(node.index(), Set.of())) {
      Breach.unless(
          node.engine().knowsFinal(txid), "node %d forgets that %s is final", node.index(), txid);
    }
    Breach.unless(
        node.engine().height() >= heights.getOrDefault(node.index(), 0L),
        "node %d forgets block %s",
        node.index(),
        heights.get(node.index()));
  }

  void decided(SimNode node, Block block) {
    Hash256 before = blocks.putIfAbsent(block.height(), block.hash());
    Breach.unless(
        before == null || before.equals(block.hash()),
        "node %d decides another block %d",
        node.index(),
        block.height());
    heights.merge(node.index(), block.height(), Math::max);
    block.transactions().forEach(txid -> finalized(node, txid));
    for (Txid txid : block.releases()) {
      released.add(txid);
      Breach.unless(!finalAnywhere.contains(txid), "%s is final and is released", txid);
    }
  }

  void finalized(SimNode node, Txid txid) {
    finals.computeIfAbsent(node.index(), _ -> new HashSet<>()).add(txid);
    finalAnywhere.add(txid);
    Breach.unless(!released.contains(txid), "%s was released and is final", txid);
    Transaction transaction = transactions.get(txid);
    if (transaction == null) {
      throw new Breach("%s is final, which nobody sent".formatted(txid));
    }
    for (OutPoint outPoint : transaction.spends()) {
      Txid before = spenders.put(outPoint, txid);
      Breach.unless(
          before == null || before.equals(txid),
          "two conflicting transactions are final: %s and %s",
          before,
          txid);
    }
  }

  /** Equal height means equal state. */
  void sameState(SimNode node) {
    Hash256 own = node.engine().stateHash();
    Hash256 other = states.putIfAbsent(node.engine().height(), own);
    Breach.unless(
        other == null || other.equals(own),
        "node %d has another state at height %d",
        node.index(),
        node.engine().height());
  }

  /** Coins not spent for ever, plus fees that no block has paid out, minus rewards. */
  void conserved(SimNode node) {
    long[] units = {0};
    node.engine()
        .forEachUtxo(
            utxo -> {
              if (utxo.state().finalSpender().isEmpty()) {
                units[0] += utxo.output().amount().units();
              }
            });
    long fees = node.engine().unconfirmed() * world.genesis.minFee().units();
    long rewards = node.engine().height() * SimWorld.REWARD.units();
    long expected = SimWorld.COINS * SimWorld.COIN.units();
    Breach.unless(
        units[0] + fees - rewards == expected,
        "node %d holds %d units where %d must be",
        node.index(),
        units[0] + fees - rewards,
        expected);
  }

  /** Transactions that a block released. */
  Set<Txid> released() {
    return released;
  }

  /** Transactions that are final somewhere. */
  int finalCount() {
    return finalAnywhere.size();
  }
}
