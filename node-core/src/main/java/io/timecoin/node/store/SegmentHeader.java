package io.timecoin.node.store;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The start of every segment: magic (8 bytes) · format version u32 · genesis hash (32) · node key
 * (32) · journal id (16) · number u64 · length of the segment before u64 · CRC32C u32; big-endian.
 *
 * @param journal drawn when the journal was begun; all its segments carry it
 * @param number from 1
 * @param previousBytes so that a segment cut short behind our back is noticed; 0 for the first
 */
record SegmentHeader(
    int version,
    Hash256 genesisHash,
    PublicKey nodeKey,
    UUID journal,
    long number,
    long previousBytes) {
  /** The format this program writes, and the only one it reads. */
  static final int VERSION = 1;

  static final int BYTES = 8 + 4 + Hash256.BYTES + PublicKey.BYTES + 16 + 8 + 8 + 4;

  private static final byte[] MAGIC = "TIMEJRNL".getBytes(StandardCharsets.US_ASCII);

  byte[] encode() {
    ByteBuffer buffer =
        ByteBuffer.allocate(BYTES)
            .put(MAGIC)
            .putInt(version)
            .put(genesisHash.toBytes())
            .put(nodeKey.toBytes())
            .putLong(journal.getMostSignificantBits())
            .putLong(journal.getLeastSignificantBits())
            .putLong(number)
            .putLong(previousBytes);
    return buffer.putInt(checksum(buffer.array())).array();
  }

  /** Empty if these bytes do not begin with a whole header. */
  static Optional<SegmentHeader> decode(byte[] bytes) {
    if (bytes.length < BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(MAGIC.length);
    int version = buffer.getInt();
    SegmentHeader header =
        new SegmentHeader(
            version,
            Hash256.of(take(buffer, Hash256.BYTES)),
            PublicKey.of(take(buffer, PublicKey.BYTES)),
            new UUID(buffer.getLong(), buffer.getLong()),
            buffer.getLong(),
            buffer.getLong());
    return buffer.getInt() == checksum(bytes) ? Optional.of(header) : Optional.empty();
  }

  private static byte[] take(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, BYTES - 4);
    return (int) crc.getValue();
  }
}
