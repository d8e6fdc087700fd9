package io.timecoin.app.wallet.keys;

import io.timecoin.node.crypto.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret Ed25519 key that has children. Source: SLIP-0010, where every child is hardened. Not
 * safe on several threads; never printed.
 */
final class ExtendedKey implements AutoCloseable {

  private static final int SEED_BYTES_MIN = 16;
  private static final int SEED_BYTES_MAX = 64;
  private static final int HARDENED = 1 << 31;
  private static final int HALF_BYTES = 32;
  private static final String MAC = "HmacSHA512";
  private static final byte[] CURVE = "ed25519 seed".getBytes(StandardCharsets.US_ASCII);

  private final byte[] secret;
  private final byte[] chainCode;
  private boolean closed;

  /** Takes both halves out of the hash and clears it. */
  private ExtendedKey(byte[] hash) {
    this.secret = Arrays.copyOf(hash, HALF_BYTES);
    this.chainCode = Arrays.copyOfRange(hash, HALF_BYTES, hash.length);
    Arrays.fill(hash, (byte) 0);
  }

  /**
   * The key everything comes from.
   *
   * @param seed 16 to 64 bytes; the caller clears them
   */
  static ExtendedKey master(byte[] seed) {
    if (seed.length < SEED_BYTES_MIN || seed.length > SEED_BYTES_MAX) {
      throw new IllegalArgumentException(
          "seed must be " + SEED_BYTES_MIN + " to " + SEED_BYTES_MAX + " bytes");
    }
    return new ExtendedKey(hmac(CURVE, seed));
  }

  /**
   * The hardened child.
   *
   * @param index 0 to 2^31−1, without the hardening bit
   * @throws IllegalStateException after {@link #close}
   */
  ExtendedKey child(int index) {
    requireOpen();
    if (index < 0) {
      throw new IllegalArgumentException("index is 0 to 2147483647");
    }
    byte[] message = new byte[1 + HALF_BYTES + Integer.BYTES];
    ByteBuffer.wrap(message).put((byte) 0).put(secret).putInt(index | HARDENED);
    try {
      return new ExtendedKey(hmac(chainCode, message));
    } finally {
      Arrays.fill(message, (byte) 0);
    }
  }

  /** The descendant along these hardened steps; the keys between are cleared. */
  ExtendedKey descendant(int... indexes) {
    ExtendedKey key = copy();
    for (int index : indexes) {
      try (ExtendedKey parent = key) {
        key = parent.child(index);
      }
    }
    return key;
  }

  private ExtendedKey copy() {
    requireOpen();
    byte[] both = Arrays.copyOf(secret, 2 * HALF_BYTES);
    System.arraycopy(chainCode, 0, both, HALF_BYTES, HALF_BYTES);
    return new ExtendedKey(both);
  }

  /** What signs with this secret; it holds a copy that {@link #close} does not reach. */
  SigningKey signingKey() {
    requireOpen();
    return SigningKey.of(secret);
  }

  /** 32 bytes, a copy. */
  byte[] chainCode() {
    return chainCode.clone();
  }

  /** Zeroes the secrets; nothing can be derived any more. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(chainCode, (byte) 0);
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the key was cleared");
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  @Override
  public String toString() {
    return closed ? "ExtendedKey(cleared)" : "ExtendedKey(secret)";
  }
}
