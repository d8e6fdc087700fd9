package io.timecoin.node.tx;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;

/**
 * The spending of one output.
 *
 * @param publicKey the key whose address holds the output
 * @param signature over {@link Transaction#signedMessage}; not part of the txid
 * @param sequence unsigned 32-bit number, hashed but without meaning to the rules
 */
public record TxInput(
    OutPoint previousOutput, PublicKey publicKey, Signature signature, int sequence) {
  /** The usual sequence: 2^32−1. */
  public static final int FINAL_SEQUENCE = -1;
}
