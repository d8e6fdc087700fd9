package io.timecoin.app.wallet.file;

import io.timecoin.node.crypto.PasswordKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A wallet file that is open: encrypted with a password (Argon2id, AES-256-GCM), saved at one
 * stroke, locked against others. Safe on any thread; every call blocks on the disk.
 *
 * <p>Beside it lie {@code .bak}, the version before the last save, and {@code .lock}.
 */
public final class WalletFile implements AutoCloseable {

  /** What the names of wallet files end with. */
  public static final String ENDING = ".timewallet";

  private final Path path;
  private final FileSettings settings;
  private final FileLocks.Held held;
  private FileLayout.Recipe recipe;
  private PasswordKey key;
  private boolean closed;

  WalletFile(
      Path path,
      FileSettings settings,
      FileLocks.Held held,
      FileLayout.Recipe recipe,
      PasswordKey key) {
    this.path = path;
    this.settings = settings;
    this.held = held;
    this.recipe = recipe;
    this.key = key;
  }

  /**
   * Writes a new wallet. Takes half a second.
   *
   * @param password not empty; the caller clears it
   * @throws FileAlreadyExistsException if there is a wallet of that name, or only its backup
   * @throws IOException if it cannot be written
   */
  public static WalletFile create(
      Path path, char[] password, WalletContents contents, FileSettings settings)
      throws IOException {
    FileLocks.Held held = take(path);
    try {
      if (Files.exists(path) || Files.exists(Beside.backup(path))) {
        throw new FileAlreadyExistsException(path.toString());
      }
      FileLayout.Recipe recipe = newRecipe(contents, settings);
      WalletFile file = new WalletFile(path, settings, held, recipe, derive(password, recipe));
      file.save(contents);
      return file;
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /**
   * Opens a wallet. Takes half a second.
   *
   * @param password the caller clears it
   */
  public static Opening open(Path path, char[] password, FileSettings settings) {
    return new Opener(path, settings).open(password);
  }

  /**
   * Puts the backup in the place of a wallet that is damaged or gone; what was in that place is
   * kept beside it, its name ending with {@code .damaged}. The backup has the password of its time.
   *
   * @throws IOException if there is no whole backup, or the wallet is open
   */
  public static void restoreBackup(Path path, FileSettings settings) throws IOException {
    try (FileLocks.Held _ = take(path)) {
      byte[] backup = Beside.read(Beside.backup(path));
      if (FileLayout.parse(backup) instanceof FileLayout.Broken(String reason)) {
        throw new FileSystemException(
            path.toString(), null, "the backup is damaged too: " + reason);
      }
      if (Files.exists(path)) {
        Beside.setAside(path);
      }
      Beside.copy(settings.disk(), backup, path);
    }
  }

  private static FileLocks.Held take(Path path) throws IOException {
    return FileLocks.take(path)
        .orElseThrow(() -> new FileSystemException(path.toString(), null, "the wallet is open"));
  }

  private static FileLayout.Recipe newRecipe(WalletContents contents, FileSettings settings) {
    return new FileLayout.Recipe(
        contents.about().network(), settings.cost(), settings.randomBytes(PasswordKey.SALT_BYTES));
  }

  private static PasswordKey derive(char[] password, FileLayout.Recipe recipe) {
    if (password.length == 0) {
      throw new IllegalArgumentException("an empty password protects nothing");
    }
    return PasswordKey.derive(password, recipe.salt(), recipe.cost());
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The name of a wallet: that of its file, without the ending. */
  public static String nameOf(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /**
   * Puts the contents in the place of those before, which become the backup. If this fails, the
   * file is as it was. Quick: the password is not derived again.
   */
  public synchronized void save(WalletContents contents) throws IOException {
    requireOpen();
    Beside.replace(settings.disk(), path, sealed(contents, recipe, key));
  }

  private byte[] sealed(WalletContents contents, FileLayout.Recipe with, PasswordKey by)
      throws IOException {
    if (contents.about().network() != with.network()) {
      throw new IllegalArgumentException("these contents belong to another network");
    }
    byte[] plain = ContentsJson.write(contents);
    try {
      byte[] sealed =
          FileLayout.seal(with, by, settings.randomBytes(PasswordKey.NONCE_BYTES), plain);
      if (sealed.length > FileLayout.FILE_BYTES_MAX) {
        throw new FileSystemException(path.toString(), null, "the wallet has become too large");
      }
      return sealed;
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Encrypts the file with another password, and its backup too: else the old password would still
   * open that. Takes half a second. If this fails, one of the two passwords opens the file.
   *
   * @param next not empty; the caller clears it
   */
  public synchronized void changePassword(char[] next, WalletContents contents) throws IOException {
    requireOpen();
    FileLayout.Recipe nextRecipe = newRecipe(contents, settings);
    PasswordKey nextKey = derive(next, nextRecipe);
    PasswordKey unused = nextKey;
    try {
      byte[] sealed = sealed(contents, nextRecipe, nextKey);
      Beside.replace(settings.disk(), path, sealed);
      unused = key;
      recipe = nextRecipe;
      key = nextKey;
      Beside.copy(settings.disk(), sealed, Beside.backup(path));
    } finally {
      unused.close();
    }
  }

  /**
   * Whether that is the file's password: to be asked before words are shown. Takes half a second.
   *
   * @param password the caller clears it
   */
  public synchronized boolean isPassword(char[] password) {
    requireOpen();
    try (PasswordKey other = PasswordKey.derive(password, recipe.salt(), recipe.cost())) {
      return key.isSameAs(other);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the wallet file was closed");
    }
  }

  /** Clears the key and lets others open the file. The contents' secrets are the caller's. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      key.close();
      held.close();
    }
  }
}
