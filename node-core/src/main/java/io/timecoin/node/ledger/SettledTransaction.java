package io.timecoin.node.ledger;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Transaction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that a decided block includes.
 *
 * @param certificate null where the block alone made it final
 * @param atMs milliseconds since 1970 when this node knew it final
 * @param addresses everyone it pays or takes from
 */
public record SettledTransaction(
    Transaction transaction,
    VoteCertificate.@Nullable Finality certificate,
    long atMs,
    long blockHeight,
    Set<Address> addresses) {
  /** Keeps a copy of the addresses. */
  public SettledTransaction {
    addresses = Set.copyOf(addresses);
  }

  /** The transaction's id. */
  public Txid txid() {
    return transaction.txid();
  }
}
