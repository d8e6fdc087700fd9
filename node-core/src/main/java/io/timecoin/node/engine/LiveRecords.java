package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the journal must still hold once everything decided by blocks is in the archive, as records
 * that {@link Restorer} takes back in this order: proofs and halts, what is rejected, what is final
 * and in no block, the pool, and the agreement under way.
 */
final class LiveRecords {
  /** Rejected ones remembered besides those that bind a coin: enough to tell who asks why. */
  private static final int REJECTED_MAX = 256;

  private final Context context;
  private final List<JournalRecord> records = new ArrayList<>();

  private LiveRecords(Context context) {
    this.context = context;
  }

  static List<JournalRecord> of(Context context, BlockVoting blocks) {
    LiveRecords live = new LiveRecords(context);
    live.proofs();
    live.rejected();
    context.finals.unsettled().forEach(live::unconfirmed);
    context.pool.all().forEach(live::pending);
    live.records.addAll(blocks.memory());
    return live.records;
  }

  /** What this node's key must answer for, whatever else it forgets. */
  static List<JournalRecord> obligations(Context context) {
    LiveRecords live = new LiveRecords(context);
    live.proofs();
    context.ownVotes.all().forEach(vote -> live.records.add(new JournalRecord.OwnVote(vote)));
    return live.records;
  }

  private void proofs() {
    records.addAll(context.halted.values());
    context.equivocations.values().forEach(p -> records.add(new JournalRecord.Proof(p)));
    context.blockEquivocations.values().forEach(p -> records.add(new JournalRecord.BlockProof(p)));
  }

  private void rejected() {
    Set<Txid> binding = new HashSet<>(context.bound.values());
    int spare = context.rejected.size() - REJECTED_MAX;
    for (Rejection rejection : context.rejected.values()) {
      Txid txid = rejection.transaction().txid();
      boolean recent = spare-- <= 0 && !context.chain.isReleased(txid);
      if (recent || binding.contains(txid)) {
        records.add(new JournalRecord.Admitted(rejection.transaction(), false, context.nowMs));
        records.add(
            new JournalRecord.Rejected(
                txid, rejection.cause(), rejection.because(), context.nowMs));
        votes(txid); // behind: whoever binds a coin does so by a vote on what is rejected
      }
    }
  }

  private void unconfirmed(FinalTransactions.Entry entry) {
    VoteCertificate.Finality certificate = entry.certificate();
    if (entry.blockHeight() == null && certificate != null) {
      records.add(new JournalRecord.Finalized(certificate, entry.transaction(), entry.atMs()));
      votes(entry.transaction().txid());
    }
  }

  private void pending(PendingTransaction entry) {
    if (!entry.persisted) {
      return;
    }
    records.add(new JournalRecord.Admitted(entry.transaction, entry.locked, entry.firstSeenMs));
    Transaction conflict = entry.conflict;
    if (conflict != null) {
      records.add(new JournalRecord.Contested(entry.txid(), conflict));
    }
    votes(entry.txid());
    if (entry.prepared()) {
      records.add(
          new JournalRecord.Prepared(
              new VoteCertificate.Prepare(entry.txid(), entry.tally.held(VotePhase.PREPARE))));
    }
  }

  private void votes(Txid txid) {
    context.ownVotes.of(txid).forEach(vote -> records.add(new JournalRecord.OwnVote(vote)));
  }
}
