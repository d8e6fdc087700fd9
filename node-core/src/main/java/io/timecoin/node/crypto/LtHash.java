package io.timecoin.node.crypto;

import io.timecoin.node.base.Hash256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/**
 * A hash of a multiset that follows additions and removals in constant time: the sum modulo 2^16,
 * lane by lane, of each element's expansion to 1 024 lanes. The order of changes does not matter.
 * LtHash16 of Lewi, Kim, Maykov and Weis, "Securing Update Propagation with Homomorphic Hashing"
 * (2019), with SHAKE256 as the expansion. Mutable; one thread.
 */
public final class LtHash {
  /** Length of the sum in bytes. */
  public static final int BYTES = 2048;

  private static final int LANES = BYTES / Short.BYTES;

  private final short[] lanes = new short[LANES];
  private final byte[] expansion = new byte[BYTES];

  /** The sum of nothing. */
  public LtHash() {}

  /**
   * The sum of these bytes, as {@link #toBytes} gave them.
   *
   * @throws IllegalArgumentException if there are not exactly {@value #BYTES}
   */
  public static LtHash of(byte[] sum) {
    if (sum.length != BYTES) {
      throw new IllegalArgumentException("a sum has " + BYTES + " bytes, not " + sum.length);
    }
    LtHash hash = new LtHash();
    ByteBuffer.wrap(sum).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(hash.lanes);
    return hash;
  }

  /** Adds an element; the same one may be added more than once. */
  public void add(byte[] element) {
    change(element, 1);
  }

  /** Takes an element out that was added. */
  public void remove(byte[] element) {
    change(element, -1);
  }

  private void change(byte[] element, int sign) {
    SHAKEDigest shake = new SHAKEDigest(256);
    shake.update(element, 0, element.length);
    shake.doFinal(expansion, 0, BYTES);
    for (int lane = 0; lane < LANES; lane++) {
      int value = expansion[2 * lane] & 0xff | expansion[2 * lane + 1] << 8;
      lanes[lane] = (short) (lanes[lane] + sign * value);
    }
  }

  /** The lanes, little-endian, one after the other. */
  public byte[] toBytes() {
    byte[] sum = new byte[BYTES];
    ByteBuffer.wrap(sum).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(lanes);
    return sum;
  }

  /** SHA3-256 of {@link #toBytes}: equal when the multisets are. */
  public Hash256 checksum() {
    return Hash256.of(Hashes.sha3(toBytes()));
  }
}
