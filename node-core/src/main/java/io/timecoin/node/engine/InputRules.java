package io.timecoin.node.engine;

import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxInput;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state rules of protocol.md 2, asked of one transaction. Changes nothing. */
final class InputRules {
  /** How far a timestamp may be ahead of the node's clock. Source: protocol.md 2. */
  static final long AHEAD_SECONDS_MAX = 600;

  /** What the rules say. */
  sealed interface Verdict {
    /** All inputs are unspent and its owner's, the fee is paid. */
    record Ready(Amount fee) implements Verdict {}

    /** Not yet. */
    record Waits(Cause cause, List<Txid> related, Amount fee) implements Verdict {}

    /** A parent is not known at all. */
    record Orphan(List<Txid> parents) implements Verdict {}

    /** Never: it breaks a rule. */
    record Invalid(ErrorCode code, String message) implements Verdict {}

    /** Never: a final transaction spent an input. */
    record Conflicts(Txid finalTxid, OutPoint outPoint) implements Verdict {}

    /** Never: a parent was rejected. */
    record ParentRejected(Txid parent) implements Verdict {}
  }

  private final Context context;

  InputRules(Context context) {
    this.context = context;
  }

  Verdict check(Transaction transaction) {
    Inputs inputs = new Inputs(transaction.txid());
    for (TxInput input : transaction.inputs()) {
      Verdict refused = inputs.take(input);
      if (refused != null) {
        return refused;
      }
    }
    return inputs.verdict(transaction);
  }

  /** Collects what the inputs say, one after the other. */
  private final class Inputs {
    private final Txid txid;
    private final Set<Txid> unknownParents = new LinkedHashSet<>();
    private final Set<Txid> pendingParents = new LinkedHashSet<>();
    private final Set<Txid> holders = new LinkedHashSet<>();
    private final List<Amount> amounts = new ArrayList<>();

    Inputs(Txid txid) {
      this.txid = txid;
    }

    @Nullable Verdict take(TxInput input) {
      OutPoint outPoint = input.previousOutput();
      Optional<UtxoEntry> found = context.utxos.find(outPoint);
      return found.isPresent() ? takeKnown(input, found.get()) : takeMissing(input);
    }

    private @Nullable Verdict takeKnown(TxInput input, UtxoEntry entry) {
      OutPoint outPoint = entry.outPoint();
      Verdict refused = takeOwned(input, entry.output());
      if (refused != null) {
        return refused;
      }
      return switch (entry.state()) {
        case UtxoState.Unspent _ -> held(context.bound.getOrDefault(outPoint, txid));
        case UtxoState.Locked s -> held(s.txid());
        case UtxoState.SpentPending s -> held(s.txid());
        case UtxoState.SpentFinalized s -> spent(s.txid(), outPoint);
        case UtxoState.Confirmed s -> spent(s.txid(), outPoint);
      };
    }

    private @Nullable Verdict held(Txid holder) {
      if (!holder.equals(txid)) {
        holders.add(holder);
      }
      return null;
    }

    private @Nullable Verdict spent(Txid spender, OutPoint outPoint) {
      return spender.equals(txid) ? null : new Verdict.Conflicts(spender, outPoint);
    }

    private @Nullable Verdict takeMissing(TxInput input) {
      OutPoint outPoint = input.previousOutput();
      Txid parent = outPoint.txid();
      if (context.finals.contains(parent) || context.chain.includedAt(parent) != null) {
        return new Verdict.Invalid(
            ErrorCode.UNKNOWN_OUTPOINT, parent + " has no output " + outPoint.vout());
      }
      if (context.rejected.containsKey(parent) || context.chain.isReleased(parent)) {
        return new Verdict.ParentRejected(parent);
      }
      PendingTransaction pending = context.pool.get(parent);
      if (pending == null) {
        unknownParents.add(parent);
        return null;
      }
      if (Integer.compareUnsigned(outPoint.vout(), pending.transaction.outputs().size()) >= 0) {
        return new Verdict.Invalid(
            ErrorCode.UNKNOWN_OUTPOINT,
            parent + " has no output " + Integer.toUnsignedString(outPoint.vout()));
      }
      pendingParents.add(parent);
      return takeOwned(input, pending.transaction.outputs().get(outPoint.vout()));
    }

    /** Whose key it is and how much it holds is known before it is final. */
    private @Nullable Verdict takeOwned(TxInput input, TxOutput output) {
      AddressVersion version = context.genesis.network().addressVersion();
      if (!Hashes.addressOf(version, input.publicKey()).equals(output.address())) {
        return new Verdict.Invalid(
            ErrorCode.WRONG_KEY,
            "input " + input.previousOutput() + " is signed by a key that does not own it");
      }
      amounts.add(output.amount());
      return null;
    }

    Verdict verdict(Transaction transaction) {
      boolean complete = unknownParents.isEmpty();
      Amount fee = Amount.ZERO;
      if (complete) {
        Amount in = amounts.stream().reduce(Amount.ZERO, Amount::plus);
        Amount needed = transaction.outputSum().plus(context.genesis.minFee());
        if (in.compareTo(needed) < 0) {
          return new Verdict.Invalid(
              ErrorCode.FEE_TOO_LOW,
              "inputs hold " + in + ", outputs and least fee need " + needed);
        }
        fee = in.minus(transaction.outputSum());
      }
      if (!unknownParents.isEmpty()) {
        return new Verdict.Orphan(List.copyOf(unknownParents));
      }
      if (!pendingParents.isEmpty()) {
        return new Verdict.Waits(Cause.PARENT, List.copyOf(pendingParents), fee);
      }
      if (!holders.isEmpty()) {
        return new Verdict.Waits(Cause.CONFLICT, List.copyOf(holders), fee);
      }
      if (isAhead(transaction)) {
        return new Verdict.Waits(Cause.FUTURE_TIMESTAMP, List.of(), fee);
      }
      return new Verdict.Ready(fee);
    }

    private boolean isAhead(Transaction transaction) {
      return transaction.timestamp() > context.nowSeconds() + AHEAD_SECONDS_MAX;
    }
  }
}
