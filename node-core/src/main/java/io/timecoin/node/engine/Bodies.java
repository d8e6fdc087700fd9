package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a transaction's body wherever this node has it; keeps those that came for the next block
 * alone, until it is decided.
 */
final class Bodies {
  private final Context context;
  private final Map<Txid, Transaction> ofNextBlock = new HashMap<>();

  Bodies(Context context) {
    this.context = context;
  }

  Optional<Transaction> find(Txid txid) {
    FinalTransactions.Entry done = context.finals.get(txid);
    if (done != null) {
      return Optional.of(done.transaction());
    }
    PendingTransaction pending = context.pool.get(txid);
    if (pending != null) {
      return Optional.of(pending.transaction);
    }
    Rejection rejection = context.rejected.get(txid);
    return rejection != null
        ? Optional.of(rejection.transaction())
        : Optional.ofNullable(ofNextBlock.get(txid));
  }

  /** One that the next block names. */
  void keep(Transaction transaction) {
    ofNextBlock.put(transaction.txid(), transaction);
  }

  /** The block is applied. */
  void clear() {
    ofNextBlock.clear();
  }
}
