package io.timecoin.node.crypto;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import java.security.GeneralSecurityException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Strict Ed25519 verification: canonical key, R and S, no low-order key or R. Providers differ
 * exactly there, so those encodings are refused before any provider is asked. Source: protocol.md
 * 2.
 */
public final class Ed25519 {
  /** DER of SubjectPublicKeyInfo for Ed25519, before the 32 key bytes (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** Name of the provider that runs, for the start-up log. */
  public static String providerName() {
    return Ed25519Provider.chosen().name();
  }

  /** Whether only the JDK's slow implementation was found. */
  public static boolean isSlow() {
    return Ed25519Provider.chosen().isJdk();
  }

  /**
   * Whether the signature over the message is that key's. Never throws for any bytes; safe on any
   * thread; 35 to 70 µs with a native provider. Keys are decoded anew each time: that is 1 to 2 %
   * of it, less than a cache shared by threads would cost.
   */
  public static boolean verify(PublicKey key, byte[] message, Signature signature) {
    return verify(Ed25519Provider.chosen(), key, message, signature);
  }

  static boolean verify(
      Ed25519Provider provider, PublicKey key, byte[] message, Signature signature) {
    byte[] encodedKey = key.toBytes();
    byte[] encoded = signature.toBytes();
    if (!StrictEncoding.holds(encodedKey, encoded)) {
      return false;
    }
    try {
      java.security.Signature verifier = provider.signature();
      verifier.initVerify(
          provider.keyFactory().generatePublic(new X509EncodedKeySpec(x509(encodedKey))));
      verifier.update(message);
      return verifier.verify(encoded);
    } catch (GeneralSecurityException e) {
      return false; // the JDK throws for a key that is no point, where others return false
    }
  }

  private static byte[] x509(byte[] key) {
    byte[] der = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + key.length);
    System.arraycopy(key, 0, der, X509_PREFIX.length, key.length);
    return der;
  }
}
