package io.timecoin.app.wallet.file;

import io.timecoin.app.wallet.file.Opening.Damaged;
import io.timecoin.app.wallet.file.Opening.Opened;
import io.timecoin.app.wallet.file.Opening.Unreadable;
import io.timecoin.node.crypto.PasswordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One attempt to open a wallet: lock, look, derive, decrypt, understand. What was taken on the way
 * is given back unless all of it succeeds.
 */
record Opener(Path path, FileSettings settings) {

  Opening open(char[] password) {
    if (!Files.exists(path)) {
      return new Unreadable("there is no file " + path, hasBackup());
    }
    try {
      Optional<FileLocks.Held> held = FileLocks.take(path);
      if (held.isEmpty()) {
        return new Opening.Locked();
      }
      try (Taken taken = new Taken(held.get())) {
        return open(password, taken);
      }
    } catch (IOException e) {
      return new Unreadable(e.toString(), hasBackup());
    }
  }

  private Opening open(char[] password, Taken taken) throws IOException {
    return switch (FileLayout.parse(Beside.read(path))) {
      case FileLayout.Broken broken -> new Damaged(broken.reason(), hasBackup());
      case FileLayout.Newer newer -> new Opening.TooNew(newer.version());
      case FileLayout.Whole whole -> open(password, whole.layout(), taken);
    };
  }

  private Opening open(char[] password, FileLayout layout, Taken taken) {
    FileLayout.Recipe recipe = layout.recipe();
    PasswordKey key = taken.keep(PasswordKey.derive(password, recipe.salt(), recipe.cost()));
    Optional<byte[]> plain = layout.open(key);
    if (plain.isEmpty()) {
      return new Opening.WrongPassword();
    }
    try {
      WalletContents contents = ContentsJson.read(plain.get());
      if (contents.about().network() != recipe.network()) {
        contents.secrets().close();
        return new Damaged("its header names another network than its contents", hasBackup());
      }
      WalletFile file = new WalletFile(path, settings, taken.all(), recipe, key);
      return new Opened(file, contents.named(WalletFile.nameOf(path)));
    } catch (IllegalArgumentException e) {
      return new Damaged("its contents are not understood: " + e.getMessage(), hasBackup());
    } finally {
      Arrays.fill(plain.get(), (byte) 0);
    }
  }

  private boolean hasBackup() {
    return Files.exists(Beside.backup(path));
  }

  /** What an attempt holds until it succeeds. */
  private static final class Taken implements AutoCloseable {
    private final FileLocks.Held held;
    private Optional<PasswordKey> key = Optional.empty();
    private boolean given;

    Taken(FileLocks.Held held) {
      this.held = held;
    }

    PasswordKey keep(PasswordKey derived) {
      key = Optional.of(derived);
      return derived;
    }

    /** From here on somebody else gives it back. */
    FileLocks.Held all() {
      given = true;
      return held;
    }

    @Override
    public void close() {
      if (!given) {
        key.ifPresent(PasswordKey::close);
        held.close();
      }
    }
  }
}
