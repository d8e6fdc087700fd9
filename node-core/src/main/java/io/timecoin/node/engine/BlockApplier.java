package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.TransitionCause;
import io.timecoin.node.utxo.UtxoEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Applies decided blocks in order of height: makes what they include final and confirmed, ends what
 * they release, pays the coinbase. The only place where the chain moves. Source: protocol.md 5.
 */
final class BlockApplier {
  private final Context context;
  private final Finality finality;
  private final Bodies bodies;

  BlockApplier(Context context, Finality finality, Bodies bodies) {
    this.context = context;
    this.finality = finality;
    this.bodies = bodies;
  }

  /** Transactions of the block whose bodies are not here; it can be applied when there is none. */
  List<Txid> missing(Block block) {
    return block.transactions().stream().filter(txid -> bodies.find(txid).isEmpty()).toList();
  }

  /**
   * Applies the next block, whose bodies are all here. A block that contradicts what is final here
   * stops the node instead and changes nothing.
   */
  void apply(DecidedBlock decided) {
    Block block = decided.block();
    List<Transaction> included =
        block.transactions().stream().map(txid -> bodies.find(txid).orElseThrow()).toList();
    Optional<String> breach = breach(block, included);
    if (breach.isPresent()) {
      context.halt("decided block " + block.height() + ": " + breach.get(), null);
      return;
    }
    BlockPlan plan = BlockPlan.of(context, included);
    Optional<String> refusal = plan.refusal();
    if (refusal.isPresent()) {
      context.halt("decided block " + block.height() + " is invalid: " + refusal.get(), null);
      return;
    }
    // first, so that a journal cut short never knows consequences without their cause
    context.persist(new JournalRecord.Decided(decided, unknown(included), context.nowMs));
    plan.transactions().forEach(transaction -> include(transaction, block));
    block.releases().forEach(finality::release);
    pay(block.coinbase());
    Amount minted = Rewards.minted(context.genesis, context.chain.supply());
    context.chain.append(decided, minted);
    bodies.clear();
  }

  private Optional<String> breach(Block block, Collection<Transaction> included) {
    Optional<String> released =
        block.releases().stream()
            .filter(context.finals::contains)
            .findFirst()
            .map(txid -> "it releases the final " + txid);
    return released.isPresent()
        ? released
        : included.stream()
            .flatMap(t -> context.finalRival(t).map(r -> t.txid() + " against final " + r).stream())
            .findFirst();
  }

  /** Bodies that the journal does not hold. */
  private List<Transaction> unknown(List<Transaction> included) {
    List<Transaction> unknown = new ArrayList<>();
    for (Transaction transaction : included) {
      PendingTransaction pending = context.pool.get(transaction.txid());
      boolean held =
          pending != null ? pending.persisted : context.finals.contains(transaction.txid());
      if (!held) {
        unknown.add(transaction);
      }
    }
    return unknown;
  }

  private void include(Transaction transaction, Block block) {
    Txid txid = transaction.txid();
    finality.finalizeInBlock(transaction);
    long height = block.height();
    long atSeconds = Math.floorDiv(block.header().timestampMs(), 1000);
    var cause = new TransitionCause.Inclusion(txid, height, atSeconds);
    for (OutPoint input : transaction.spends()) {
      UtxoEntry utxo = context.utxos.find(input).orElseThrow();
      context.chain.spent(input, utxo.output());
      context.utxos.apply(input, cause, context.nowMs);
    }
    context.chain.created(txid, transaction.outputs(), height);
    context.finals.confirmed(txid, height);
    context.changed.add(txid);
  }

  private void pay(Coinbase coinbase) {
    List<OutPoint> outPoints = coinbase.outPoints();
    for (int i = 0; i < outPoints.size(); i++) {
      TxOutput output = coinbase.outputs().get(i);
      context.utxos.create(outPoints.get(i), output, context.nowMs);
      context.recheck.addAll(context.pool.spendersOf(outPoints.get(i)));
    }
  }
}
