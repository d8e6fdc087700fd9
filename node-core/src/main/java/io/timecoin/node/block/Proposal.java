package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.crypto.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A masternode's proposal of a block for one round.
 *
 * @param validRound round in which q prevotes for this block were seen, or {@link #NO_ROUND}
 * @param block its hash
 */
public record Proposal(
    long height,
    int round,
    int validRound,
    Hash256 block,
    PublicKey proposer,
    Signature signature) {
  /** Stands for no round. */
  public static final int NO_ROUND = -1;

  private static final byte[] DOMAIN = "TIME-PROPOSAL-v1".getBytes(StandardCharsets.US_ASCII);

  /** Refuses a valid round that is not before the round. */
  public Proposal {
    if (height < 1 || round < 0 || validRound < NO_ROUND || validRound >= round) {
      throw new IllegalArgumentException("a proposal's valid round is before its round");
    }
  }

  /** Signs one. */
  public static Proposal sign(
      SigningKey key, Hash256 genesisHash, long height, int round, int validRound, Hash256 block) {
    byte[] bytes = bytes(genesisHash, height, round, validRound, block);
    return new Proposal(height, round, validRound, block, key.publicKey(), key.sign(bytes));
  }

  /** Whether the proposer signed it. */
  public boolean verify(Hash256 genesisHash) {
    byte[] bytes = bytes(genesisHash, height, round, validRound, block);
    return Ed25519.verify(proposer, bytes, signature);
  }

  /**
   * {@code "TIME-PROPOSAL-v1" · genesis_hash (32) · height u64 · round u32 · valid round i32 ·
   * block hash (32)}, numbers big-endian.
   */
  private static byte[] bytes(
      Hash256 genesisHash, long height, int round, int validRound, Hash256 block) {
    return ByteBuffer.allocate(DOMAIN.length + 2 * Hash256.BYTES + Long.BYTES + 2 * Integer.BYTES)
        .put(DOMAIN)
        .put(genesisHash.toBytes())
        .putLong(height)
        .putInt(round)
        .putInt(validRound)
        .put(block.toBytes())
        .array();
  }
}
