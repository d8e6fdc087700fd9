package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.Hex;
import io.timecoin.node.runtime.keys.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** The secret that an operator's commands carry; a file that only the node's user can read. */
public final class AdminToken {
  private static final int BYTES = 32;
  private static final int CHARS_MIN = 16;

  private final byte[] secret;

  private AdminToken(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the token, or draws one if there is no file yet.
   *
   * @throws IOException if the file cannot be read or written, or holds too short a token
   */
  public static AdminToken readOrCreate(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      OwnerOnlyFile.create(file, Hex.encode(bytes) + "\n");
    }
    String secret = Files.readString(file).strip();
    if (secret.length() < CHARS_MIN) {
      throw new IOException("the admin token in " + file + " has fewer than 16 characters");
    }
    return new AdminToken(secret);
  }

  /** Takes the same time whatever is wrong. */
  boolean matches(String given) {
    return MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
  }
}
