package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.crypto.SigningKey;

/** A statement with its voter's signature over {@link BlockStatement#toBytes}. */
public record SignedBlockVote(PublicKey voter, BlockStatement statement, Signature signature) {
  /** Signs it. */
  public static SignedBlockVote sign(
      SigningKey key, Hash256 genesisHash, BlockStatement statement) {
    return new SignedBlockVote(
        key.publicKey(), statement, key.sign(statement.toBytes(genesisHash)));
  }

  /** Whether the voter signed it. */
  public boolean verify(Hash256 genesisHash) {
    return Ed25519.verify(voter, statement.toBytes(genesisHash), signature);
  }
}
