package io.timecoin.node.runtime.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.base.Hex;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.PasswordKey;
import io.timecoin.node.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One secret key in a JSON file, encrypted with a password (Argon2id, AES-256-GCM). The public key
 * stands in clear beside it and is authenticated with it.
 */
public final class KeyFile {
  private static final String KIND = "timekeeper-key";
  private static final int VERSION = 1;
  private static final int FILE_BYTES_MAX = 16 << 10;
  private static final PasswordKey.Cost USUAL_COST = new PasswordKey.Cost(64 << 10, 2);
  private static final JsonMapper MAPPER = new JsonMapper();

  private KeyFile() {}

  /**
   * Creates the file, for its owner alone.
   *
   * @param password not empty; the caller clears it
   * @throws KeyFileException if the file exists or cannot be written
   */
  public static void write(Path file, SigningKey key, char[] password, SecureRandom random)
      throws KeyFileException {
    if (password.length == 0) {
      throw new KeyFileException("an empty password protects nothing");
    }
    byte[] salt = new byte[PasswordKey.SALT_BYTES];
    byte[] nonce = new byte[PasswordKey.NONCE_BYTES];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] secret = key.secretBytes();
    try (PasswordKey cipher = PasswordKey.derive(password, salt, USUAL_COST)) {
      byte[] box = cipher.encrypt(nonce, secret, key.publicKey().toBytes());
      OwnerOnlyFile.create(file, json(key.publicKey(), salt, nonce, box));
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(file + " exists; a key file is never overwritten", e);
    } catch (IOException e) {
      throw new KeyFileException("cannot write " + file + ": " + e, e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * Decrypts the key.
   *
   * @param password the caller clears it
   * @throws KeyFileException if it is no key file, was changed, or the password is another
   */
  public static SigningKey read(Path file, char[] password) throws KeyFileException {
    JsonNode root = tree(file);
    PublicKey publicKey = publicKey(file, root);
    byte[] secret = secret(file, root, password, publicKey);
    try {
      SigningKey key = SigningKey.of(secret);
      if (!key.publicKey().equals(publicKey)) {
        throw new KeyFileException(file + " holds another key than it says");
      }
      return key;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * The public half, without a password; only {@link #read} proves that it belongs to the secret.
   *
   * @throws KeyFileException if it is no key file
   */
  public static PublicKey readPublicKey(Path file) throws KeyFileException {
    return publicKey(file, tree(file));
  }

  private static PublicKey publicKey(Path file, JsonNode root) throws KeyFileException {
    try {
      return PublicKey.parse(root.path("public_key").asText());
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static byte[] secret(Path file, JsonNode root, char[] password, PublicKey publicKey)
      throws KeyFileException {
    JsonNode kdf = root.path("kdf");
    JsonNode cipher = root.path("cipher");
    try (PasswordKey key =
        PasswordKey.derive(
            password,
            Hex.decode("salt", kdf.path("salt").asText(), PasswordKey.SALT_BYTES),
            new PasswordKey.Cost(kdf.path("memory_kib").asInt(), kdf.path("iterations").asInt()))) {
      return key.decrypt(
              Hex.decode("nonce", cipher.path("nonce").asText(), PasswordKey.NONCE_BYTES),
              Hex.decode(
                  "ciphertext",
                  cipher.path("ciphertext").asText(),
                  SigningKey.SECRET_BYTES + PasswordKey.TAG_BYTES),
              publicKey.toBytes())
          .orElseThrow(
              () ->
                  new KeyFileException("wrong password for " + file + ", or the file was changed"));
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static JsonNode tree(Path file) throws KeyFileException {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new KeyFileException(file + " is no key file: it is too large");
      }
      JsonNode root = MAPPER.readTree(Files.readString(file));
      if (!root.path("kind").asText().equals(KIND) || root.path("version").asInt() != VERSION) {
        throw new KeyFileException(file + " is no key file of this version");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new KeyFileException(file + " is no key file: it is not JSON", e);
    } catch (NoSuchFileException e) {
      throw new KeyFileException("there is no file " + file, e);
    } catch (IOException e) {
      throw new KeyFileException("cannot read " + file + ": " + e, e);
    }
  }

  private static String json(PublicKey publicKey, byte[] salt, byte[] nonce, byte[] box) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("kind", KIND).put("version", VERSION).put("public_key", publicKey.toString());
    root.putObject("kdf")
        .put("name", "argon2id")
        .put("memory_kib", USUAL_COST.memoryKib())
        .put("iterations", USUAL_COST.iterations())
        .put("salt", Hex.encode(salt));
    root.putObject("cipher")
        .put("name", "AES-256-GCM")
        .put("nonce", Hex.encode(nonce))
        .put("ciphertext", Hex.encode(box));
    return root.toPrettyString() + "\n";
  }
}
