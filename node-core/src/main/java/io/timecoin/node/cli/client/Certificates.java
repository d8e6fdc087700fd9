package io.timecoin.node.cli.client;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Fetches proofs. */
public final class Certificates {
  private Certificates() {}

  /**
   * The certificate of a final transaction, as yet unverified.
   *
   * @param genesisHash the node's network
   * @throws CommandFailedException if the node does not know the transaction, or it is not final
   */
  public static NetworkMessage.FinalityCertificate fetch(
      NodeConnection node, Txid txid, Hash256 genesisHash, Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    NetworkMessage.Transactions answer =
        node.ask(
            id -> new NetworkMessage.GetTransactions(List.of(txid), id),
            NetworkMessage.Transactions.class,
            timeout);
    for (TransactionRecord record : answer.transactions()) {
      VoteCertificate.Finality certificate = record.certificate();
      if (record.transaction().txid().equals(txid) && certificate != null) {
        return new NetworkMessage.FinalityCertificate(certificate, genesisHash, null);
      }
      if (record.transaction().txid().equals(txid)) {
        throw new CommandFailedException(
            "not_final",
            txid + " is not final yet: " + record.phase().name().toLowerCase(Locale.ROOT));
      }
    }
    throw new CommandFailedException(
        ErrorCode.UNKNOWN_TRANSACTION.wireName(), "the node knows no transaction " + txid);
  }
}
