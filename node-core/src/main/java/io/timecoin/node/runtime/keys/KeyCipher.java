package io.timecoin.node.runtime.keys;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Turns a password into an AES-256-GCM key with Argon2id.
 *
 * @param memoryKib working memory of the derivation
 * @param salt random, of its own for every file
 */
@SuppressWarnings("ArrayRecordComponent") // package-private; never compared
record KeyCipher(int memoryKib, int iterations, byte[] salt) {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final int USUAL_MEMORY_KIB = 64 << 10;
  private static final int USUAL_ITERATIONS = 2;
  private static final int MEMORY_KIB_MAX = 1 << 20;
  private static final int ITERATIONS_MAX = 16;
  private static final int KEY_BYTES = 32;

  /** Bounds what a file can make its reader compute. */
  KeyCipher {
    if (memoryKib < 8 || memoryKib > MEMORY_KIB_MAX) {
      throw new IllegalArgumentException("memory_kib must be 8 to " + MEMORY_KIB_MAX);
    }
    if (iterations < 1 || iterations > ITERATIONS_MAX) {
      throw new IllegalArgumentException("iterations must be 1 to " + ITERATIONS_MAX);
    }
  }

  static KeyCipher usual(byte[] salt) {
    return new KeyCipher(USUAL_MEMORY_KIB, USUAL_ITERATIONS, salt);
  }

  byte[] encrypt(char[] password, byte[] nonce, byte[] secret, byte[] alsoProtected) {
    try {
      return run(Cipher.ENCRYPT_MODE, password, nonce, secret, alsoProtected);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  byte[] decrypt(char[] password, byte[] nonce, byte[] box, byte[] alsoProtected)
      throws WrongPasswordException {
    try {
      return run(Cipher.DECRYPT_MODE, password, nonce, box, alsoProtected);
    } catch (AEADBadTagException e) {
      throw new WrongPasswordException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  private byte[] run(int mode, char[] password, byte[] nonce, byte[] input, byte[] alsoProtected)
      throws GeneralSecurityException {
    byte[] key = derive(password);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(Byte.SIZE * TAG_BYTES, nonce));
      cipher.updateAAD(alsoProtected);
      return cipher.doFinal(input);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private byte[] derive(char[] password) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = Arrays.copyOf(utf8.array(), utf8.limit());
    byte[] key = new byte[KEY_BYTES];
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(iterations)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      argon2.generateBytes(bytes, key);
      return key;
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(utf8.array(), (byte) 0);
    }
  }
}
