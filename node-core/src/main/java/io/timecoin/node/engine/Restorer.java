package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoEntry;
import org.jspecify.annotations.Nullable;

/** Rebuilds the engine's state from its journal, so that a restarted node keeps its word. */
final class Restorer {
  private final Context context;
  private final Voting voting;
  private final Finality finality;
  private final BlockVoting blocks;
  private final BlockApplier applier;
  private final Bodies bodies;

  Restorer(
      Context context,
      Voting voting,
      Finality finality,
      BlockVoting blocks,
      BlockApplier applier,
      Bodies bodies) {
    this.blocks = blocks;
    this.applier = applier;
    this.bodies = bodies;
    this.context = context;
    this.voting = voting;
    this.finality = finality;
  }

  void restore(JournalRecord record) {
    switch (record) {
      case JournalRecord.Admitted r -> admitted(r);
      case JournalRecord.Contested r -> contested(r);
      case JournalRecord.OwnVote r -> ownVote(r.vote());
      case JournalRecord.Prepared r -> {
        PendingTransaction entry = context.pool.get(r.certificate().txid());
        if (entry != null) {
          r.certificate().votes().forEach(vote -> voting.count(entry, vote));
        }
      }
      case JournalRecord.Finalized r -> finalized(r);
      case JournalRecord.Rejected r -> {
        at(r.atMs());
        PendingTransaction entry = context.pool.get(r.txid());
        if (entry != null) {
          finality.reject(entry, r.cause(), r.because());
        }
      }
      case JournalRecord.KeptCandidate r -> blocks.restore(r.candidate());
      case JournalRecord.OwnProposal r -> blocks.restore(r.proposal());
      case JournalRecord.BlockMemory r -> blocks.restore(r.memory());
      case JournalRecord.Decided r -> decided(r);
      case JournalRecord.BlockProof r -> blocks.restore(r.equivocation());
      case JournalRecord.Halted r -> context.halted.putIfAbsent(r.reason(), r);
      case JournalRecord.Proof r ->
          context.equivocations.put(
              r.equivocation().voter() + ":" + r.equivocation().first().statement().txid(),
              r.equivocation());
    }
  }

  private void decided(JournalRecord.Decided record) {
    at(record.atMs());
    record.bodies().forEach(bodies::keep);
    if (!applier.missing(record.decided().block()).isEmpty()) {
      throw new IllegalStateException(
          "the journal holds block " + record.decided().height() + " without its transactions");
    }
    applier.apply(record.decided());
    blocks.chainMoved();
  }

  private void at(long ms) {
    context.nowMs = Math.max(context.nowMs, ms);
  }

  private void admitted(JournalRecord.Admitted record) {
    at(record.atMs());
    PendingTransaction entry = context.pool.get(record.transaction().txid());
    if (entry == null) {
      entry = add(record.transaction(), record.atMs());
    }
    entry.persisted = true;
    if (record.locked() && !entry.locked) {
      entry.waitCause = null;
      voting.lockAndPrepare(entry);
    }
  }

  private void contested(JournalRecord.Contested record) {
    PendingTransaction entry = context.pool.get(record.txid());
    if (entry != null) {
      entry.conflict = record.conflict();
      context.pool.contest(entry);
    }
  }

  private PendingTransaction add(Transaction transaction, long atMs) {
    PendingTransaction entry = context.pending(transaction, atMs);
    entry.waitCause = Cause.PARENT;
    context.pool.add(entry);
    return entry;
  }

  private void ownVote(SignedVote vote) {
    Txid txid = vote.statement().txid();
    context.ownVotes.add(vote);
    PendingTransaction entry = find(txid);
    Rejection rejection = context.rejected.get(txid);
    if (entry != null) {
      entry.cast.add(vote.statement().phase());
      voting.count(entry, vote);
    } else if (rejection != null && rejection.because().equals(txid) && approves(vote)) {
      rejection.transaction().spends().stream()
          .filter(input -> context.utxos.find(input).stream().allMatch(this::isOpen))
          .forEach(input -> context.bound.put(input, txid));
    }
  }

  private boolean isOpen(UtxoEntry utxo) {
    return utxo.state().finalSpender().isEmpty();
  }

  /** Given in the turn that rejected the transaction: the record of it came first. */
  private static boolean approves(SignedVote vote) {
    return vote.statement().phase() == VotePhase.PREPARE
        && vote.statement().decision() == Decision.APPROVE;
  }

  private @Nullable PendingTransaction find(Txid txid) {
    PendingTransaction pending = context.pool.get(txid);
    return pending != null ? pending : context.finals.recent(txid);
  }

  private void finalized(JournalRecord.Finalized record) {
    at(record.atMs());
    Txid txid = record.certificate().txid();
    if (context.finals.contains(txid)) {
      return;
    }
    PendingTransaction entry = context.pool.get(txid);
    Transaction body = record.transaction();
    if (entry == null && body != null) {
      entry = add(body, record.atMs());
    }
    if (entry == null) {
      throw new IllegalStateException("the journal holds a certificate without its " + txid);
    }
    finality.finalizeWith(entry, record.certificate());
  }
}
