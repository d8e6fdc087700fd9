package io.timecoin.node.tx;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Ed25519;
import java.util.Optional;

/**
 * The node rules of protocol.md 2: what can be decided from a transaction and the genesis file
 * alone. Pure, so that checks run in parallel before the engine sees the transaction.
 *
 * @param supplyCap no transaction may pay out more than there can be
 */
public record TransactionRules(Network network, Hash256 genesisHash, Amount supplyCap) {
  /** Why a transaction is invalid for ever. */
  public enum Refusal {
    /** An output's address belongs to another network. */
    WRONG_NETWORK,
    /** The outputs sum up to more than the supply cap. */
    ABOVE_SUPPLY_CAP,
    /** An input's signature is not its key's over this txid and genesis hash. */
    BAD_SIGNATURE
  }

  /** The first rule broken, cheap ones first; empty when valid. */
  public Optional<Refusal> check(Transaction transaction) {
    if (!transaction.outputs().stream().allMatch(o -> o.address().belongsTo(network))) {
      return Optional.of(Refusal.WRONG_NETWORK);
    }
    if (transaction.outputSum().compareTo(supplyCap) > 0) {
      return Optional.of(Refusal.ABOVE_SUPPLY_CAP);
    }
    byte[] message = Transaction.signedMessage(genesisHash, transaction.txid());
    boolean signed =
        transaction.inputs().stream()
            .allMatch(input -> Ed25519.verify(input.publicKey(), message, input.signature()));
    return signed ? Optional.empty() : Optional.of(Refusal.BAD_SIGNATURE);
  }
}
