package io.timecoin.node.base;

import java.util.Arrays;

/**
 * An Ed25519 signature: 64 bytes, R then S. Valid in form only; see {@code crypto} for the check.
 */
public final class Signature {
  /** Length in bytes. */
  public static final int BYTES = 64;

  private final byte[] bytes;

  private Signature(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies 64 bytes.
   *
   * @throws IllegalArgumentException if there are not exactly 64
   */
  public static Signature of(byte[] bytes) {
    Words.requireLength("signature", bytes, BYTES);
    return new Signature(bytes.clone());
  }

  /**
   * Reads 128 lower-case hex characters.
   *
   * @throws IllegalArgumentException with the reason, if it is anything else
   */
  public static Signature parse(String hex) {
    return new Signature(Hex.decode("signature", hex, BYTES));
  }

  /** A fresh copy of the 64 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The 128 lower-case hex characters. */
  @Override
  public String toString() {
    return Hex.encode(bytes);
  }
}
