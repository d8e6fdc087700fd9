package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one block in the order in which they apply to the chain's state, parents
 * first. Builder, judge and applier all ask here, so that they cannot disagree. Rules of the local
 * clock, the pool and the fee are not asked again. Source: protocol.md 5.
 */
final class BlockPlan {
  private final Context context;
  private final Map<Txid, Transaction> placed = new LinkedHashMap<>();
  private final Set<OutPoint> spent = new HashSet<>();
  private final Map<Txid, List<Transaction>> waiting = new HashMap<>();
  private int waitingCount;
  private long fees;
  private @Nullable String refusal;

  /** A plan of nothing, on the state of the last applied block. */
  BlockPlan(Context context) {
    this.context = context;
  }

  /** A plan of all of these; {@link #refusal} says if they do not apply together. */
  static BlockPlan of(Context context, Collection<Transaction> transactions) {
    BlockPlan plan = new BlockPlan(context);
    transactions.forEach(plan::add);
    return plan;
  }

  /**
   * Places it, and whatever waited for it.
   *
   * @return why it can never be part of this block, or empty
   */
  Optional<String> add(Transaction transaction) {
    Deque<Transaction> ready = new ArrayDeque<>(List.of(transaction));
    Optional<String> first = Optional.empty();
    while (!ready.isEmpty()) {
      Transaction next = ready.poll();
      Optional<String> refused = place(next);
      if (refused.isPresent()) {
        refusal = refusal == null ? refused.get() : refusal;
        first = next.equals(transaction) ? refused : first;
      } else if (placed.containsKey(next.txid())) {
        List<Transaction> children = waiting.remove(next.txid());
        if (children != null) {
          waitingCount -= children.size();
          ready.addAll(children);
        }
      }
    }
    return first;
  }

  private Optional<String> place(Transaction transaction) {
    Txid txid = transaction.txid();
    if (context.chain.includedAt(txid) != null) {
      return Optional.of(txid + " is in a block already");
    }
    if (context.chain.isReleased(txid)) {
      return Optional.of(txid + " was released by a block");
    }
    List<TxOutput> inputs = new ArrayList<>();
    for (OutPoint outPoint : transaction.spends()) {
      if (spent.contains(outPoint) || isSpentInChain(outPoint)) {
        return Optional.of(outPoint + " is spent in the chain or in this block already");
      }
      Transaction parent = placed.get(outPoint.txid());
      if (parent == null && context.chain.includedAt(outPoint.txid()) == null) {
        waiting.computeIfAbsent(outPoint.txid(), _ -> new ArrayList<>(1)).add(transaction);
        waitingCount++;
        return Optional.empty();
      }
      Optional<TxOutput> output = parent == null ? inChain(outPoint) : output(parent, outPoint);
      if (output.isEmpty()) {
        return Optional.of("there is no output " + outPoint);
      }
      inputs.add(output.get());
    }
    return place(transaction, inputs);
  }

  private Optional<String> place(Transaction transaction, List<TxOutput> inputs) {
    Amount in = inputs.stream().map(TxOutput::amount).reduce(Amount.ZERO, Amount::plus);
    if (in.compareTo(transaction.outputSum()) < 0) {
      return Optional.of(transaction.txid() + " pays out more than it takes in");
    }
    fees = Math.addExact(fees, in.minus(transaction.outputSum()).units());
    spent.addAll(transaction.spends());
    placed.put(transaction.txid(), transaction);
    return Optional.empty();
  }

  private boolean isSpentInChain(OutPoint outPoint) {
    return context
        .utxos
        .find(outPoint)
        .filter(utxo -> utxo.state() instanceof UtxoState.Confirmed)
        .isPresent();
  }

  private Optional<TxOutput> inChain(OutPoint outPoint) {
    return context.utxos.find(outPoint).map(UtxoEntry::output);
  }

  private static Optional<TxOutput> output(Transaction parent, OutPoint outPoint) {
    int vout = outPoint.vout();
    boolean exists = vout >= 0 && vout < parent.outputs().size();
    return exists ? Optional.of(parent.outputs().get(vout)) : Optional.empty();
  }

  /** Why what was added does not apply as a whole, or empty when it does. */
  Optional<String> refusal() {
    if (refusal != null) {
      return Optional.of(refusal);
    }
    return waitingCount == 0
        ? Optional.empty()
        : Optional.of("a parent is neither in the chain nor in this block");
  }

  /** What is placed, parents first. */
  Collection<Transaction> transactions() {
    return placed.values();
  }

  /** What the placed ones pay together. */
  Amount fees() {
    return Amount.ofUnits(fees);
  }
}
