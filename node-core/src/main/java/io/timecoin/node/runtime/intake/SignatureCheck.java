package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.engine.MessageVerifier;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * Checks signatures on the calling thread, each transaction once: the same one comes from a wallet
 * and from every peer. The same means its signatures too, so a bad copy never passes for a good
 * one.
 */
public final class SignatureCheck {
  private static final int REMEMBERED = 16_384;

  private final MessageVerifier verifier;
  private final RecentSet<Hash256> good = new RecentSet<>(REMEMBERED);
  private final RecentSet<SignedVote> votes = new RecentSet<>(REMEMBERED);

  /** For one network. */
  public SignatureCheck(Genesis genesis) {
    this.verifier = new MessageVerifier(genesis);
  }

  /** What to answer if something in the message is invalid. */
  Optional<NetworkMessage.Error> check(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.TransactionBroadcast m -> check(m);
      case NetworkMessage.InstantFinalityVote m -> check(m);
      default -> verifier.check(message);
    };
  }

  private Optional<NetworkMessage.Error> check(NetworkMessage.TransactionBroadcast broadcast) {
    Hash256 copy = fingerprint(broadcast.transaction());
    if (good.contains(copy)) {
      return Optional.empty();
    }
    Optional<NetworkMessage.Error> error = verifier.check(broadcast);
    if (error.isEmpty()) {
      good.add(copy);
    }
    return error;
  }

  /** Peers relay what is stuck, just when there is no time to lose: each vote costs once. */
  private Optional<NetworkMessage.Error> check(NetworkMessage.InstantFinalityVote message) {
    List<SignedVote> unseen =
        message.votes().stream().filter(vote -> !votes.contains(vote)).toList();
    Optional<NetworkMessage.Error> error =
        verifier.check(new NetworkMessage.InstantFinalityVote(unseen, message.finalized()));
    if (error.isEmpty()) {
      unseen.forEach(votes::add);
    }
    return error;
  }

  /** Of everything that is signed and every signature: 32 bytes instead of a whole transaction. */
  private static Hash256 fingerprint(Transaction transaction) {
    byte[][] parts = new byte[1 + transaction.inputs().size()][];
    parts[0] = transaction.txid().toBytes();
    for (int i = 1; i < parts.length; i++) {
      parts[i] = transaction.inputs().get(i - 1).signature().toBytes();
    }
    return Hash256.of(Hashes.sha256(parts));
  }
}
