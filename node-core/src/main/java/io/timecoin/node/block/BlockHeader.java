package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What block votes are about. The round is not part of it: a value proposed again in a later round
 * stays the same value.
 *
 * @param height 1 for the first block
 * @param parent hash of the block before, or the genesis hash at height 1
 * @param timestampMs milliseconds since 1970, the proposer's clock; grows from block to block
 * @param proposer who made it and takes its fees
 * @param content root of {@link BlockRoots}
 * @param state hash of the state after the parent, which this block is applied to
 */
public record BlockHeader(
    long height,
    Hash256 parent,
    long timestampMs,
    PublicKey proposer,
    Hash256 content,
    Hash256 state) {
  private static final byte[] DOMAIN = "TIME-BLOCK-v1".getBytes(StandardCharsets.US_ASCII);

  /** Refuses a height below 1 and a time before 1970. */
  public BlockHeader {
    if (height < 1 || timestampMs < 0) {
      throw new IllegalArgumentException("a block has a height from 1 and a time from 1970 on");
    }
  }

  /**
   * SHA3-256 of {@code "TIME-BLOCK-v1" · height u64 · parent (32) · time u64 · proposer (32) ·
   * content (32) · state (32)}, numbers big-endian.
   */
  public Hash256 hash() {
    ByteBuffer bytes =
        ByteBuffer.allocate(DOMAIN.length + 2 * Long.BYTES + 3 * Hash256.BYTES + PublicKey.BYTES);
    bytes.put(DOMAIN).putLong(height).put(parent.toBytes()).putLong(timestampMs);
    bytes.put(proposer.toBytes()).put(content.toBytes()).put(state.toBytes());
    return Hash256.of(Hashes.sha3(bytes.array()));
  }
}
