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
          done.transaction(), TransactionPhase.FINAL, done.certificate(), done.atMs());
    }
    PendingTransaction pending = context.pool.get(txid);
    if (pending != null) {
      return new TransactionRecord(pending.transaction, phase(pending), null, null);
    }
    Rejection rejection = context.rejected.get(txid);
    return rejection == null
        ? null
        : new TransactionRecord(rejection.transaction(), TransactionPhase.REJECTED, null, null);
  }

  static TransactionPhase phase(PendingTransaction pending) {
    if (pending.prepared()) {
      return TransactionPhase.COMMITTING;
    }
    return pending.locked ? TransactionPhase.PREPARING : TransactionPhase.WAITING;
  }
}
