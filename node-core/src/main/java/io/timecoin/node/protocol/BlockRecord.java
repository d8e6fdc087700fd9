package io.timecoin.node.protocol;

import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.tx.Transaction;
import java.util.List;

/**
 * A decided block as a node holds it.
 *
 * @param transactions bodies of what it includes, by txid; those that did not fit or are pruned are
 *     missing
 */
public record BlockRecord(DecidedBlock decided, List<Transaction> transactions) {
  /** Copies the list; refuses a body that the block does not name. */
  public BlockRecord {
    transactions = List.copyOf(transactions);
    if (!transactions.stream().allMatch(t -> decided.block().includes(t.txid()))) {
      throw new IllegalArgumentException("a block record carries only bodies the block names");
    }
  }
}
