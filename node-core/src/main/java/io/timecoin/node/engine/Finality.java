package io.timecoin.node.engine;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.TransitionCause;
import io.timecoin.node.utxo.UtxoEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends a transaction's voting: final by its certificate, or rejected for ever. The only place where
 * locks end. Source: protocol.md 3 and 4.3–4.4.
 */
final class Finality {
  private final Context context;
  private final Fetcher fetcher;

  Finality(Context context, Fetcher fetcher) {
    this.context = context;
    this.fetcher = fetcher;
  }

  /** The certificate is held and verified. Waits if a parent is not final here yet. */
  void finalizeWith(PendingTransaction entry, VoteCertificate.Finality certificate) {
    if (context.finals.contains(entry.txid())) {
      return; // votes that came ahead of the body had proven it already
    }
    if (context.chain.isReleased(entry.txid())) {
      context.halt("a finality certificate for the released " + entry.txid(), certificate);
      return;
    }
    List<Txid> missing = missingParents(entry.transaction);
    if (!missing.isEmpty()) {
      holdCertificate(entry, certificate, missing);
      return;
    }
    Optional<Txid> breach = context.finalRival(entry.transaction);
    if (breach.isPresent()) {
      context.halt(
          "two conflicting finality certificates: " + entry.txid() + " and " + breach.get(),
          certificate);
      return;
    }
    rejectConflictsOf(entry);
    complete(entry, certificate);
  }

  /** A decided block includes it, which contradicts nothing final here; its parents are final. */
  void finalizeInBlock(Transaction transaction) {
    if (context.finals.contains(transaction.txid())) {
      return;
    }
    PendingTransaction pending = context.pool.get(transaction.txid());
    PendingTransaction entry =
        pending != null ? pending : context.pending(transaction, context.nowMs);
    rejectConflictsOf(entry);
    complete(entry, entry.certificate);
  }

  private void rejectConflictsOf(PendingTransaction entry) {
    context.pool.conflictsOf(entry).stream()
        .map(context.pool::get)
        .filter(Objects::nonNull)
        .forEach(loser -> reject(loser, Cause.CONFLICT_FINAL, entry.txid()));
  }

  /** A decided block released it: dead for ever, wherever it stood. */
  void release(Txid txid) {
    context.bound.values().removeIf(txid::equals);
    PendingTransaction entry = context.pool.get(txid);
    if (entry != null) {
      reject(entry, Cause.RELEASED, txid);
    }
    fetcher.found(txid);
  }

  private List<Txid> missingParents(Transaction transaction) {
    return transaction.spends().stream()
        .filter(outPoint -> context.utxos.find(outPoint).isEmpty())
        .map(OutPoint::txid)
        .distinct()
        .toList();
  }

  private void holdCertificate(
      PendingTransaction entry, VoteCertificate.Finality certificate, List<Txid> missing) {
    entry.certificate = certificate;
    entry.waitCause = Cause.PARENT;
    entry.waitsFor = missing;
    for (Txid parent : missing) {
      context.peers.keySet().forEach(peer -> fetcher.want(parent, peer, context.nowMs));
    }
  }

  /** Without a certificate, the block that includes it is what the journal keeps of it. */
  private void complete(PendingTransaction entry, VoteCertificate.@Nullable Finality certificate) {
    int commits =
        certificate == null ? entry.tally.approvals(VotePhase.COMMIT) : certificate.votes().size();
    Set<Address> inputAddresses = new LinkedHashSet<>();
    for (OutPoint input : entry.transaction.spends()) {
      context.utxos.find(input).map(u -> u.output().address()).ifPresent(inputAddresses::add);
      walk(entry, input, commits);
    }
    List<TxOutput> outputs = entry.transaction.outputs();
    for (int vout = 0; vout < outputs.size(); vout++) {
      context.utxos.create(entry.transaction.outPoint(vout), outputs.get(vout), context.nowMs);
    }
    context.pool.remove(entry);
    context.finals.add(
        entry,
        FinalTransactions.Entry.of(entry.transaction, certificate, context.nowMs, inputAddresses));
    if (certificate != null) {
      context.persist(
          new JournalRecord.Finalized(
              certificate, entry.persisted ? null : entry.transaction, context.nowMs));
    }
    context.changed.add(entry.txid());
    context.announce.add(entry.txid());
    fetcher.found(entry.txid());
    if (!context.replaying) {
      context.statistics.finalized(context.nowMs - entry.firstSeenMs);
    }
    context.recheck.add(entry.txid());
    context.recheck.addAll(context.pool.childrenOf(entry.txid()));
  }

  /** The same states in order, whichever of them this node had seen. */
  private void walk(PendingTransaction entry, OutPoint input, int commits) {
    Txid txid = entry.txid();
    context.bound.remove(input);
    long at = context.nowSeconds();
    int approvals = Math.max(1, entry.tally.approvals(VotePhase.PREPARE));
    context.utxos.apply(input, new TransitionCause.Lock(txid, at), context.nowMs);
    context.utxos.apply(
        input,
        new TransitionCause.Approval(txid, approvals, context.set.size(), at),
        context.nowMs);
    context.utxos.apply(input, new TransitionCause.Finality(txid, commits, at), context.nowMs);
  }

  /** Never to be final: its locks end, its descendants are dropped, what waited is looked at. */
  void reject(PendingTransaction first, Cause cause, Txid because) {
    Deque<PendingTransaction> todo = new ArrayDeque<>(List.of(first));
    while (!todo.isEmpty()) {
      PendingTransaction entry = todo.poll();
      boolean root = entry == first;
      rejectOne(entry, root ? cause : Cause.PARENT_REJECTED, root ? because : first.txid());
      context.pool.childrenOf(entry.txid()).stream()
          .map(context.pool::get)
          .filter(Objects::nonNull)
          .forEach(todo::add);
    }
  }

  private void rejectOne(PendingTransaction entry, Cause cause, Txid because) {
    if (!context.pool.contains(entry.txid())) {
      return;
    }
    keepAsEvidence(entry);
    context.pool.remove(entry);
    remember(entry.transaction, cause, because);
    context.rejectedEntries.put(entry.txid(), entry);
    if (cause != Cause.RELEASED) { // the block that released it is the record of it
      context.persist(new JournalRecord.Rejected(entry.txid(), cause, because, context.nowMs));
    }
    context.changed.add(entry.txid());
    fetcher.found(entry.txid());
    boolean stillBound =
        entry.cast.contains(VotePhase.PREPARE)
            && because.equals(entry.txid())
            && cause != Cause.RELEASED;
    for (OutPoint input : entry.transaction.spends()) {
      if (stillBound) {
        context.bound.put(input, entry.txid());
      }
      release(entry, input);
    }
    boolean conflict = cause == Cause.CONFLICT_FINAL && !because.equals(entry.txid());
    if (conflict && context.mayVote() && entry.cast.add(VotePhase.PREPARE)) {
      context.emit(
          new Action.CastVote(new VoteStatement(entry.txid(), VotePhase.PREPARE, Decision.REJECT)));
    }
  }

  /** Whoever contested with it may still have to show so, to be released in turn. */
  private void keepAsEvidence(PendingTransaction entry) {
    for (Txid txid : context.pool.conflictsOf(entry)) {
      PendingTransaction other = context.pool.get(txid);
      if (other != null && other.conflict == null) {
        other.conflict = entry.transaction;
      }
    }
  }

  private void release(PendingTransaction entry, OutPoint input) {
    Optional<UtxoEntry> utxo = context.utxos.find(input);
    if (entry.locked && utxo.isPresent()) {
      context.utxos.apply(input, new TransitionCause.Release(entry.txid()), context.nowMs);
      context.recheck.addAll(context.pool.spendersOf(input));
    }
  }

  /** Keeps that it was rejected and why, so that it is not taken again. */
  void remember(Transaction transaction, Cause cause, Txid because) {
    context.rejected.put(transaction.txid(), new Rejection(transaction, cause, because));
  }
}
