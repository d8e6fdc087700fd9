package io.timecoin.node.store.archive;

import java.nio.ByteBuffer;

/**
 * What a block decided on a transaction: {@code kind u8 · height u64}.
 *
 * @param height of that block
 */
record Fate(Kind kind, long height) {
  /** Included (1) or released (2). */
  enum Kind {
    INCLUDED,
    RELEASED
  }

  byte[] encode() {
    return ByteBuffer.allocate(1 + Long.BYTES)
        .put((byte) (kind.ordinal() + 1))
        .putLong(height)
        .array();
  }

  static Fate decode(byte[] value) {
    ByteBuffer buffer = ByteBuffer.wrap(value);
    return new Fate(Kind.values()[buffer.get() - 1], buffer.getLong());
  }
}
