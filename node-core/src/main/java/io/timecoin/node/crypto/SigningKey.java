package io.timecoin.node.crypto;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A secret Ed25519 key with its public half. Signing is deterministic (RFC 8032). Never printed:
 * {@link #toString()} shows the public key only.
 */
public final class SigningKey {
  /** Length of the secret seed in bytes. */
  public static final int SECRET_BYTES = 32;

  /** DER of PKCS#8 for Ed25519, before the 32 secret bytes (RFC 8410). */
  private static final byte[] PKCS8_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final byte[] secret;
  private final PublicKey publicKey;
  private final PrivateKey privateKey;

  private SigningKey(byte[] secret) {
    this.secret = secret;
    byte[] encoded = new byte[PublicKey.BYTES];
    Ed25519.generatePublicKey(secret, 0, encoded, 0); // derivation only: never used to verify
    this.publicKey = PublicKey.of(encoded);
    this.privateKey = privateKey(secret);
  }

  /**
   * The key of a 32-byte secret seed, copied.
   *
   * @throws IllegalArgumentException if there are not exactly 32 bytes
   */
  public static SigningKey of(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "secret key must be " + SECRET_BYTES + " bytes, not " + secret.length);
    }
    return new SigningKey(secret.clone());
  }

  /** A new key from the given source of randomness. */
  public static SigningKey generate(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new SigningKey(secret);
  }

  /** The public half. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** The signature over the message; safe on any thread. */
  public Signature sign(byte[] message) {
    try {
      java.security.Signature signer = Ed25519Provider.chosen().signature();
      signer.initSign(privateKey);
      signer.update(message);
      return Signature.of(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 signing failed", e);
    }
  }

  /** A copy of the secret seed, for writing it to an encrypted file; the caller clears it. */
  public byte[] secretBytes() {
    return secret.clone();
  }

  private static PrivateKey privateKey(byte[] secret) {
    byte[] der = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + SECRET_BYTES);
    System.arraycopy(secret, 0, der, PKCS8_PREFIX.length, SECRET_BYTES);
    try {
      return Ed25519Provider.chosen().keyFactory().generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 key factory refused a 32-byte key", e);
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "SigningKey(" + publicKey + ")";
  }
}
