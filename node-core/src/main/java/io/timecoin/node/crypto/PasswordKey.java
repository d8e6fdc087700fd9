package io.timecoin.node.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An AES-256-GCM key made of a password with Argon2id (version 1.3, one lane). Safe on any thread,
 * but for {@link #close}; never printed.
 */
public final class PasswordKey implements AutoCloseable {
  /** Length of a nonce; random ones must not be used for more than 2^32 texts of one key. */
  public static final int NONCE_BYTES = 12;

  /** What {@link #encrypt} adds to the length. */
  public static final int TAG_BYTES = 16;

  /** Length of a salt that is random for every file. */
  public static final int SALT_BYTES = 16;

  private static final int KEY_BYTES = 32;

  private final byte[] key;

  private PasswordKey(byte[] key) {
    this.key = key;
  }

  /**
   * What one guess of a password costs.
   *
   * @param memoryKib working memory of the derivation, 8 to 1 048 576
   * @param iterations passes over it, 1 to 16
   */
  public record Cost(int memoryKib, int iterations) {
    private static final int MEMORY_KIB_MAX = 1 << 20;
    private static final int ITERATIONS_MAX = 16;

    /** Bounds what a file can make its reader compute. */
    public Cost {
      if (memoryKib < 8 || memoryKib > MEMORY_KIB_MAX) {
        throw new IllegalArgumentException("memory_kib must be 8 to " + MEMORY_KIB_MAX);
      }
      if (iterations < 1 || iterations > ITERATIONS_MAX) {
        throw new IllegalArgumentException("iterations must be 1 to " + ITERATIONS_MAX);
      }
    }
  }

  /**
   * The key of a password; takes as long as the cost says.
   *
   * @param password the caller clears it
   * @param salt {@value #SALT_BYTES} bytes
   */
  public static PasswordKey derive(char[] password, byte[] salt, Cost cost) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = Arrays.copyOf(utf8.array(), utf8.limit());
    byte[] key = new byte[KEY_BYTES];
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memoryKib())
              .withIterations(cost.iterations())
              .withParallelism(1)
              .withSalt(salt)
              .build());
      argon2.generateBytes(bytes, key);
      return new PasswordKey(key);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(utf8.array(), (byte) 0);
    }
  }

  /**
   * Encrypts.
   *
   * @param nonce {@value #NONCE_BYTES} bytes, never the same twice for one key
   * @param alsoProtected not encrypted, but a change of it is noticed as well
   */
  public byte[] encrypt(byte[] nonce, byte[] secret, byte[] alsoProtected) {
    try {
      return run(Cipher.ENCRYPT_MODE, nonce, secret, alsoProtected);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Empty for the key of another password, and for changed bytes: nothing tells them apart. */
  public Optional<byte[]> decrypt(byte[] nonce, byte[] box, byte[] alsoProtected) {
    try {
      return Optional.of(run(Cipher.DECRYPT_MODE, nonce, box, alsoProtected));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, byte[] alsoProtected)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(Byte.SIZE * TAG_BYTES, nonce));
    cipher.updateAAD(alsoProtected);
    return cipher.doFinal(input);
  }

  /** Whether both were made of the same password, salt and cost. */
  public boolean isSameAs(PasswordKey other) {
    return MessageDigest.isEqual(key, other.key);
  }

  /** Zeroes the key; it must not be used after. */
  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String toString() {
    return "PasswordKey(secret)";
  }
}
