package io.timecoin.node.base;

/**
 * An Ed25519 public key as its 32 encoded bytes. Whether it is a usable point is checked when a
 * signature is verified.
 *
 * <p>32 bytes held as four big-endian words: a value without an array behind it, cheap to compare
 * and to use as a key. Ordered as its bytes (unsigned), which is the order of its hex text.
 */
public record PublicKey(long w0, long w1, long w2, long w3) implements Comparable<PublicKey> {
  /** Length in bytes. */
  public static final int BYTES = 32;

  /**
   * Copies 32 bytes.
   *
   * @throws IllegalArgumentException if there are not exactly 32
   */
  public static PublicKey of(byte[] bytes) {
    Words.requireLength("public key", bytes, BYTES);
    return new PublicKey(
        Words.get(bytes, 0), Words.get(bytes, 8), Words.get(bytes, 16), Words.get(bytes, 24));
  }

  /**
   * Reads 64 lower-case hex characters.
   *
   * @throws IllegalArgumentException with the reason, if it is anything else
   */
  public static PublicKey parse(String hex) {
    return of(Hex.decode("public key", hex, BYTES));
  }

  /** A fresh copy of the 32 bytes. */
  public byte[] toBytes() {
    byte[] bytes = new byte[BYTES];
    Words.put(bytes, 0, w0);
    Words.put(bytes, 8, w1);
    Words.put(bytes, 16, w2);
    Words.put(bytes, 24, w3);
    return bytes;
  }

  @Override
  public int compareTo(PublicKey other) {
    int order = Long.compareUnsigned(w0, other.w0);
    order = order != 0 ? order : Long.compareUnsigned(w1, other.w1);
    order = order != 0 ? order : Long.compareUnsigned(w2, other.w2);
    return order != 0 ? order : Long.compareUnsigned(w3, other.w3);
  }

  /** The 64 lower-case hex characters. */
  @Override
  public String toString() {
    return Hex.encode(toBytes());
  }
}
