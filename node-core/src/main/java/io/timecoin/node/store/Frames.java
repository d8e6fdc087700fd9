package io.timecoin.node.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The frames of a segment: length u32 · CRC32C u32 over length and payload · payload, big-endian.
 * One frame is one batch of records, so that a batch is on disk whole or not at all, and nothing
 * follows a frame before that frame is durable: a bad frame with a good one behind it is damage, no
 * crash.
 */
final class Frames {
  /** Length and checksum. */
  static final int PREFIX_BYTES = 8;

  /**
   * Largest payload. Below 2^24, so that a length begins with a zero byte, which JSON never holds:
   * no payload can look like a frame.
   */
  static final int PAYLOAD_BYTES_MAX = (1 << 24) - 1;

  private Frames() {}

  static ByteBuffer encode(byte[] payload) {
    if (payload.length < 1 || payload.length > PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a frame holds 1 to " + PAYLOAD_BYTES_MAX + " bytes, not " + payload.length);
    }
    return ByteBuffer.allocate(PREFIX_BYTES + payload.length)
        .putInt(payload.length)
        .putInt(checksum(payload.length, payload, 0))
        .put(payload)
        .flip();
  }

  /** Payload length of the whole and undamaged frame at that offset, or −1 if there is none. */
  static int payloadLengthAt(byte[] segment, int offset) {
    if (segment.length - offset < PREFIX_BYTES) {
      return -1;
    }
    ByteBuffer prefix = ByteBuffer.wrap(segment, offset, PREFIX_BYTES);
    int length = prefix.getInt();
    boolean fits =
        length >= 1
            && length <= PAYLOAD_BYTES_MAX
            && length <= segment.length - offset - PREFIX_BYTES;
    return fits && prefix.getInt() == checksum(length, segment, offset + PREFIX_BYTES)
        ? length
        : -1;
  }

  /** Whether a whole and undamaged frame begins anywhere at or after that offset. */
  static boolean anyFrom(byte[] segment, int offset) {
    for (int at = offset; at <= segment.length - PREFIX_BYTES; at++) {
      if (segment[at] == 0 && payloadLengthAt(segment, at) > 0) {
        return true;
      }
    }
    return false;
  }

  private static int checksum(int length, byte[] bytes, int offset) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
