package io.timecoin.app.client;

import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionRecord;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Folds what happens on a connection into the state, checks certificates where the genesis file is
 * known, and publishes every new state. Called by one client's thread only.
 */
public final class Session implements ClientListener {

  private final Predicate<VoteCertificate.Finality> prover;
  private final Consumer<SessionState> published;
  private final boolean proves;
  private SessionState state;

  private Session(
      SessionState start,
      boolean proves,
      Predicate<VoteCertificate.Finality> prover,
      Consumer<SessionState> published) {
    this.state = start;
    this.proves = proves;
    this.prover = prover;
    this.published = published;
  }

  /** A session whose certificates are checked; {@code published} must not block. */
  public static Session proving(
      SessionState start,
      Predicate<VoteCertificate.Finality> prover,
      Consumer<SessionState> published) {
    return new Session(start, true, prover, published);
  }

  /** A session that has to believe its node, for want of the genesis file. */
  public static Session believing(SessionState start, Consumer<SessionState> published) {
    return new Session(start, false, _ -> false, published);
  }

  @Override
  public void happened(SessionEvent event, long now) {
    state = state.after(event, now);
    if (proves && event instanceof SessionEvent.Received received) {
      for (Txid txid : proven(received.message())) {
        check(txid, now);
      }
    }
    published.accept(state);
  }

  private void check(Txid txid, long now) {
    WalletTransaction known = state.wallet().transactions().get(txid);
    if (known == null || known.proof() == WalletTransaction.Proof.VALID) {
      return;
    }
    VoteCertificate.Finality certificate = known.certificate();
    if (certificate != null) {
      boolean valid = certificate.txid().equals(txid) && prover.test(certificate);
      state = state.after(new SessionEvent.ProofChecked(txid, valid), now);
    }
  }

  private static List<Txid> proven(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.FinalityCertificate proof -> List.of(proof.certificate().txid());
      case NetworkMessage.Transactions found -> txids(found.transactions());
      case NetworkMessage.AddressHistory page -> txids(page.transactions());
      default -> List.of();
    };
  }

  private static List<Txid> txids(List<TransactionRecord> records) {
    return records.stream().map(record -> record.transaction().txid()).toList();
  }
}
