package io.timecoin.node.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The gate before every provider: canonical key, canonical R, canonical S, and no point of low
 * order as key or R. Exactly there implementations of Ed25519 differ. A few nanoseconds; allocates
 * nothing.
 */
final class StrictEncoding {
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORDS = 4;
  private static final int POINT_BYTES = 32;
  private static final long WITHOUT_SIGN = Long.MAX_VALUE;
  private static final long ALL_BITS = -1L;

  /** 2^255 − 19. */
  private static final long[] FIELD =
      words("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  /** Order of the base point: 2^252 + 27742317777372353535851937790883648493. */
  private static final long[] ORDER =
      words("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

  /** The points of order 1, 2, 4 and 8, sign bit cleared; their other encodings are above FIELD. */
  private static final long[][] LOW_ORDER = {
    words("0000000000000000000000000000000000000000000000000000000000000000"),
    words("0100000000000000000000000000000000000000000000000000000000000000"),
    words("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    words("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    words("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
  };

  private StrictEncoding() {}

  /**
   * Whether the bytes are the only ones that can encode this key and this signature.
   *
   * @param key 32 bytes
   * @param signature 64 bytes
   */
  static boolean holds(byte[] key, byte[] signature) {
    return point(key) && point(signature) && below(signature, POINT_BYTES, ALL_BITS, ORDER);
  }

  private static boolean point(byte[] bytes) {
    if (!below(bytes, 0, WITHOUT_SIGN, FIELD)) {
      return false;
    }
    for (long[] low : LOW_ORDER) {
      if (same(bytes, low)) {
        return false;
      }
    }
    return true;
  }

  private static boolean below(byte[] bytes, int offset, long topMask, long[] limit) {
    long mask = topMask;
    for (int i = WORDS - 1; i >= 0; i--) {
      int order = Long.compareUnsigned(word(bytes, offset, i) & mask, limit[i]);
      if (order != 0) {
        return order < 0;
      }
      mask = ALL_BITS;
    }
    return false;
  }

  private static boolean same(byte[] point, long[] other) {
    return word(point, 0, 0) == other[0]
        && word(point, 0, 1) == other[1]
        && word(point, 0, 2) == other[2]
        && (word(point, 0, 3) & WITHOUT_SIGN) == other[3];
  }

  private static long word(byte[] bytes, int offset, int index) {
    return (long) LITTLE_ENDIAN.get(bytes, offset + index * Long.BYTES);
  }

  private static long[] words(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    long[] words = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = word(bytes, 0, i);
    }
    return words;
  }
}
