package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import org.jspecify.annotations.Nullable;

/** Finds transactions in whichever place holds them. */
final class TransactionRecords {
  private TransactionRecords() {}

  static @Nullable TransactionRecord find(Context context, Txid txid) {
    FinalTransactions.Entry done = context.finals.get(txid);
    if (done != null) {
      return new TransactionRecord(
          done.transaction(), phase(done), done.certificate(), done.atMs(), done.blockHeight());
    }
    PendingTransaction pending = context.pool.get(txid);
    if (pending != null) {
      return new TransactionRecord(pending.transaction, phase(pending), null, null, null);
    }
    Rejection rejection = context.rejected.get(txid);
    return rejection == null
        ? null
        : new TransactionRecord(
            rejection.transaction(), TransactionPhase.REJECTED, null, null, null);
  }

  static TransactionPhase phase(FinalTransactions.Entry done) {
    return done.blockHeight() == null ? TransactionPhase.FINAL : TransactionPhase.CONFIRMED;
  }

  static TransactionPhase phase(PendingTransaction pending) {
    if (pending.prepared()) {
      return TransactionPhase.COMMITTING;
    }
    return pending.locked ? TransactionPhase.PREPARING : TransactionPhase.WAITING;
  }
}
