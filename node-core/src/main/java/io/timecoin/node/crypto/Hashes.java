package io.timecoin.node.crypto;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.PublicKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/** The hash functions of the protocol. All are stateless and safe on any thread. */
public final class Hashes {
  private Hashes() {}

  /** SHA-256 of the parts, one after the other. */
  public static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  /** SHA3-256 of the parts, one after the other. */
  public static byte[] sha3(byte[]... parts) {
    return digest("SHA3-256", parts);
  }

  /** SHA3-256(SHA3-256(bytes)), the hash of a txid. Source: protocol.md 2. */
  public static byte[] doubleSha3(byte[] bytes) {
    return sha3(sha3(bytes));
  }

  /** RIPEMD160(SHA256(bytes)), 20 bytes. */
  public static byte[] hash160(byte[] bytes) {
    byte[] inner = sha256(bytes);
    RIPEMD160Digest digest = new RIPEMD160Digest();
    digest.update(inner, 0, inner.length);
    byte[] out = new byte[Address.HASH_BYTES];
    digest.doFinal(out, 0);
    return out;
  }

  /** The address that money must be sent to for this key to spend it. */
  public static Address addressOf(AddressVersion version, PublicKey key) {
    return Address.of(version, hash160(key.toBytes()));
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
