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
 * (32) · journal id (16) · number u64 · length of the segment before u64 · kind u32 · CRC32C u32;
 * big-endian. Version 1 has no kind: all its segments are records.
 *
 * @param journal drawn when the journal was begun; all its segments carry it
 * @param number from 1
 * @param kind what it holds
 * @param previousBytes so that a segment cut short behind our back is noticed; 0 for the first
 */
record SegmentHeader(
    int version,
    Hash256 genesisHash,
    PublicKey nodeKey,
    UUID journal,
    long number,
    long previousBytes,
    Kind kind) {
  /** What a segment holds. */
  enum Kind {
    /** What happened, one after the other. */
    RECORDS,
    /** What is left to remember of all segments before, see {@link SegmentedLog#cut}. */
    LIVE
  }

  /** The format this program writes. It reads version 1 as well. */
  static final int VERSION = 2;

  private static final int WITHOUT_KIND = 1;

  private static final int BYTES_WITHOUT_KIND =
      8 + 4 + Hash256.BYTES + PublicKey.BYTES + 16 + 8 + 8 + 4;

  /** Length of a header of the version this program writes. */
  static final int BYTES = BYTES_WITHOUT_KIND + Integer.BYTES;

  private static final byte[] MAGIC = "TIMEJRNL".getBytes(StandardCharsets.US_ASCII);

  /** Length of the header itself, where the frames begin. */
  int bytes() {
    return bytes(version);
  }

  private static int bytes(int version) {
    return version == WITHOUT_KIND ? BYTES_WITHOUT_KIND : BYTES;
  }

  byte[] encode() {
    ByteBuffer buffer =
        ByteBuffer.allocate(bytes())
            .put(MAGIC)
            .putInt(version)
            .put(genesisHash.toBytes())
            .put(nodeKey.toBytes())
            .putLong(journal.getMostSignificantBits())
            .putLong(journal.getLeastSignificantBits())
            .putLong(number)
            .putLong(previousBytes);
    if (version != WITHOUT_KIND) {
      buffer.putInt(kind.ordinal());
    }
    return buffer.putInt(checksum(buffer.array(), bytes())).array();
  }

  /** Empty if these bytes do not begin with a whole header. */
  static Optional<SegmentHeader> decode(byte[] bytes) {
    if (bytes.length < BYTES_WITHOUT_KIND
        || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(MAGIC.length);
    int version = buffer.getInt();
    if (bytes.length < bytes(version)) {
      return Optional.empty();
    }
    SegmentHeader header =
        new SegmentHeader(
            version,
            Hash256.of(take(buffer, Hash256.BYTES)),
            PublicKey.of(take(buffer, PublicKey.BYTES)),
            new UUID(buffer.getLong(), buffer.getLong()),
            buffer.getLong(),
            buffer.getLong(),
            kind(version, buffer));
    boolean intact = buffer.getInt() == checksum(bytes, bytes(version));
    return intact ? Optional.of(header) : Optional.empty();
  }

  private static Kind kind(int version, ByteBuffer buffer) {
    boolean live = version != WITHOUT_KIND && buffer.getInt() == Kind.LIVE.ordinal();
    return live ? Kind.LIVE : Kind.RECORDS;
  }

  private static byte[] take(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length - Integer.BYTES);
    return (int) crc.getValue();
  }
}
