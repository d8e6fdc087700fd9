package io.timecoin.app.wallet.file;

import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.PasswordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a wallet file, numbers big-endian.
 *
 * <pre>
 *    0   8  magic: TIMEWLT and a zero byte
 *    8   2  version
 *   10   1  network: 0 mainnet, 1 testnet, 2 devnet
 *   11   1  zero
 *   12   4  memory of Argon2id in KiB
 *   16   4  iterations of Argon2id
 *   20  16  salt of Argon2id
 *   36  12  nonce of AES-256-GCM
 *   48   4  n, length of the box
 *   52   n  box: ciphertext and tag; the tag protects the 52 bytes before it as well
 * 52+n  32  SHA-256 of all bytes before
 * </pre>
 *
 * <p>Magic, version and the hash at the end stay where they are in every version, so that a damaged
 * file is never taken for a wrong password or for a later version.
 */
final class FileLayout {

  /** A longer file is no wallet. */
  static final int FILE_BYTES_MAX = 32 << 20;

  /** So much of a file says which network it belongs to. */
  static final int HEAD_BYTES = 12;

  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 52;
  private static final int HASH_BYTES = 32;

  /** The most a file can make its reader compute; less than {@link PasswordKey} would. */
  private static final int MEMORY_KIB_MAX = 256 << 10;

  private static final byte[] MAGIC = "TIMEWLT\0".getBytes(StandardCharsets.US_ASCII);
  private static final List<Network> NETWORKS =
      List.of(Network.MAINNET, Network.TESTNET, Network.DEVNET);

  private final Recipe recipe;
  private final byte[] nonce;
  private final byte[] header;
  private final byte[] box;

  /**
   * What it takes to make the key out of the password.
   *
   * @param salt {@link PasswordKey#SALT_BYTES}
   */
  @SuppressWarnings("ArrayRecordComponent") // package-private; never compared
  record Recipe(Network network, PasswordKey.Cost cost, byte[] salt) {}

  /** What looking at the bytes came to. */
  sealed interface Parsed {}

  /** Complete and of this version. */
  record Whole(FileLayout layout) implements Parsed {}

  /** Not what was written. */
  record Broken(String reason) implements Parsed {}

  /** Complete, but of a version that is not known here. */
  record Newer(int version) implements Parsed {}

  private FileLayout(Recipe recipe, byte[] nonce, byte[] header, byte[] box) {
    this.recipe = recipe;
    this.nonce = nonce;
    this.header = header;
    this.box = box;
  }

  /** The whole file. */
  static byte[] seal(Recipe recipe, PasswordKey key, byte[] nonce, byte[] plain) {
    int boxBytes = plain.length + PasswordKey.TAG_BYTES;
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .put(MAGIC)
            .putShort((short) VERSION)
            .put((byte) NETWORKS.indexOf(recipe.network()))
            .put((byte) 0)
            .putInt(recipe.cost().memoryKib())
            .putInt(recipe.cost().iterations())
            .put(recipe.salt())
            .put(nonce)
            .putInt(boxBytes)
            .array();
    byte[] box = key.encrypt(nonce, plain, header);
    return ByteBuffer.allocate(HEADER_BYTES + boxBytes + HASH_BYTES)
        .put(header)
        .put(box)
        .put(Hashes.sha256(header, box))
        .array();
  }

  /** Finds out what the bytes are, before any password is tried. */
  static Parsed parse(byte[] file) {
    if (file.length < HEADER_BYTES + HASH_BYTES || !isMagic(file)) {
      return new Broken("it does not begin like a wallet file, or is cut off");
    }
    int hashAt = file.length - HASH_BYTES;
    byte[] hash = Arrays.copyOfRange(file, hashAt, file.length);
    if (!Arrays.equals(hash, Hashes.sha256(Arrays.copyOf(file, hashAt)))) {
      return new Broken("its checksum does not match: bytes were changed or are missing");
    }
    int version = Short.toUnsignedInt(ByteBuffer.wrap(file).getShort(MAGIC.length));
    if (version > VERSION) {
      return new Newer(version);
    }
    try {
      return new Whole(read(file, version));
    } catch (IllegalArgumentException e) {
      return new Broken(String.valueOf(e.getMessage()));
    }
  }

  private static FileLayout read(byte[] file, int version) {
    ByteBuffer bytes = ByteBuffer.wrap(file).position(MAGIC.length + Short.BYTES);
    Optional<Network> network = network(file);
    bytes.get();
    boolean zero = bytes.get() == 0;
    if (version != VERSION || network.isEmpty() || !zero) {
      throw new IllegalArgumentException("its header has impossible values");
    }
    PasswordKey.Cost cost = new PasswordKey.Cost(bytes.getInt(), bytes.getInt());
    if (cost.memoryKib() > MEMORY_KIB_MAX) {
      throw new IllegalArgumentException("its password would take too much memory to check");
    }
    byte[] salt = new byte[PasswordKey.SALT_BYTES];
    byte[] nonce = new byte[PasswordKey.NONCE_BYTES];
    bytes.get(salt).get(nonce);
    if (bytes.getInt() != bytes.remaining() - HASH_BYTES) {
      throw new IllegalArgumentException("its length is not what its header says");
    }
    byte[] box = new byte[bytes.remaining() - HASH_BYTES];
    bytes.get(box);
    return new FileLayout(
        new Recipe(network.get(), cost, salt), nonce, Arrays.copyOf(file, HEADER_BYTES), box);
  }

  /**
   * Which network a wallet belongs to; nothing proves it without the password.
   *
   * @param head the first {@value #HEAD_BYTES} bytes of a file
   */
  static Optional<Network> network(byte[] head) {
    int at = MAGIC.length + Short.BYTES;
    return head.length > at && isMagic(head) && head[at] >= 0 && head[at] < NETWORKS.size()
        ? Optional.of(NETWORKS.get(head[at]))
        : Optional.empty();
  }

  private static boolean isMagic(byte[] file) {
    return Arrays.equals(file, 0, Math.min(MAGIC.length, file.length), MAGIC, 0, MAGIC.length);
  }

  Recipe recipe() {
    return recipe;
  }

  /** What was sealed, for the caller to clear; empty for the key of another password. */
  Optional<byte[]> open(PasswordKey key) {
    return key.decrypt(nonce, box, header);
  }
}
