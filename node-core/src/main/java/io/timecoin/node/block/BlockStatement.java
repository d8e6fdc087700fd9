package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a masternode says about one height and round.
 *
 * @param block hash of the block it votes for, or null for none (nil)
 */
public record BlockStatement(long height, int round, BlockPhase phase, @Nullable Hash256 block) {
  private static final byte[] DOMAIN = "TIME-BLOCK-VOTE-v1".getBytes(StandardCharsets.US_ASCII);

  /** Refuses a height below 1 and a negative round. */
  public BlockStatement {
    if (height < 1 || round < 0) {
      throw new IllegalArgumentException("a block vote has a height from 1 and a round from 0 on");
    }
  }

  /** Whether both are of one height, round and phase. */
  boolean sameVote(BlockStatement other) {
    return height == other.height && round == other.round && phase == other.phase;
  }

  /** Whether one voter cannot honestly give both. */
  boolean contradicts(BlockStatement other) {
    return sameVote(other) && !equals(other);
  }

  /**
   * {@code "TIME-BLOCK-VOTE-v1" · genesis_hash (32) · height u64 · round u32 · phase (1) · (0 | 1 ·
   * block hash (32))}, numbers big-endian.
   */
  public byte[] toBytes(Hash256 genesisHash) {
    byte[] value = block == null ? new byte[0] : block.toBytes();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            DOMAIN.length + Hash256.BYTES + Long.BYTES + Integer.BYTES + 2 + value.length);
    bytes.put(DOMAIN).put(genesisHash.toBytes()).putLong(height).putInt(round).put(phase.code());
    return bytes.put((byte) (block == null ? 0 : 1)).put(value).array();
  }
}
