package io.timecoin.node.crypto;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Strict Ed25519 verification: canonical S, canonical key, no low-order key or R. Providers differ
 * exactly there, so those encodings are refused before any provider is asked. Source: protocol.md
 * 2.
 */
public final class Ed25519 {
  private static final int KEY_BYTES = PublicKey.BYTES;

  /** DER of SubjectPublicKeyInfo for Ed25519, before the 32 key bytes (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /** 2^255 − 19. */
  private static final BigInteger FIELD = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** Order of the base point: 2^252 + 27742317777372353535851937790883648493. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** The points of order 1, 2, 4 and 8 in every encoding, sign bit cleared (little-endian hex). */
  private static final Set<String> LOW_ORDER =
      Set.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private Ed25519() {}

  /** Name of the provider that runs, for the start-up log. */
  public static String providerName() {
    return Ed25519Provider.name();
  }

  /** Whether only the JDK's slow implementation was found. */
  public static boolean isSlow() {
    return Ed25519Provider.isJdk();
  }

  /**
   * Whether the signature over the message is that key's. Never throws for any bytes; safe on any
   * thread; 35 to 70 µs with a native provider.
   */
  public static boolean verify(PublicKey key, byte[] message, Signature signature) {
    byte[] encodedKey = key.toBytes();
    byte[] encoded = signature.toBytes();
    if (!strict(encodedKey, encoded)) {
      return false;
    }
    try {
      java.security.Signature verifier = Ed25519Provider.signature();
      verifier.initVerify(
          Ed25519Provider.keyFactory().generatePublic(new X509EncodedKeySpec(x509(encodedKey))));
      verifier.update(message);
      return verifier.verify(encoded);
    } catch (GeneralSecurityException e) {
      return false; // the JDK throws for a key that is no point, where others return false
    }
  }

  private static boolean strict(byte[] key, byte[] signature) {
    byte[] r = Arrays.copyOf(signature, KEY_BYTES);
    byte[] s = Arrays.copyOfRange(signature, KEY_BYTES, signature.length);
    byte[] y = withoutSign(key);
    return !lowOrder(y)
        && !lowOrder(withoutSign(r))
        && littleEndian(y).compareTo(FIELD) < 0
        && littleEndian(s).compareTo(ORDER) < 0;
  }

  private static byte[] withoutSign(byte[] point) {
    byte[] y = point.clone();
    y[KEY_BYTES - 1] &= 0x7f;
    return y;
  }

  private static boolean lowOrder(byte[] y) {
    return LOW_ORDER.contains(HexFormat.of().formatHex(y));
  }

  private static BigInteger littleEndian(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }

  private static byte[] x509(byte[] key) {
    byte[] der = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(key, 0, der, X509_PREFIX.length, KEY_BYTES);
    return der;
  }
}
