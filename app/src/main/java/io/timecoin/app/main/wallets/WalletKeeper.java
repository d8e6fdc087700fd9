package io.timecoin.app.main.wallets;

import io.timecoin.app.main.wallets.WalletsFolder.Threads;
import io.timecoin.app.vm.manage.ManagePort;
import io.timecoin.app.wallet.Mnemonic;
import io.timecoin.app.wallet.file.WalletContents;
import io.timecoin.app.wallet.file.WalletFile;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hex;
import io.timecoin.node.crypto.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the file of the wallet that is open, or of none.
 *
 * @param wallet null for the demo's, which has no file
 */
public record WalletKeeper(@Nullable OpenedWallet wallet, Chooser chooser, Threads threads)
    implements ManagePort {

  private static final long TEXT_BYTES_MAX = 64L << 20;

  /** Asks somebody for files. On the thread of the screens. */
  public interface Chooser {
    /** Where to write. */
    Optional<Path> target(String suggestedName);

    /** What to read. */
    Optional<Path> source();
  }

  @Override
  public boolean hasFile() {
    return wallet != null;
  }

  @Override
  public void words(char[] password, Consumer<Words> answer) {
    Optional<WalletFile> file = file();
    WalletContents contents = wallet == null ? null : wallet.contents();
    threads
        .inOrder()
        .accept(
            () -> {
              Words told =
                  file.isEmpty() || contents == null
                      ? new Words.None()
                      : words(file.get(), contents, password);
              Arrays.fill(password, '\0');
              threads.onScreen().accept(() -> answer.accept(told));
            });
  }

  private static Words words(WalletFile file, WalletContents contents, char[] password) {
    if (!file.isPassword(password)) {
      return new Words.WrongPassword();
    }
    return contents
        .secrets()
        .words()
        .map(Mnemonic::words)
        .<Words>map(words -> new Words.Shown(words, contents.secrets().hasPassphrase()))
        .orElse(new Words.None());
  }

  @Override
  public void changePassword(char[] old, char[] next, Consumer<Done> answer) {
    Optional<WalletFile> file = file();
    WalletContents contents = wallet == null ? null : wallet.contents();
    later(
        () -> {
          try {
            if (file.isEmpty() || contents == null || !file.get().isPassword(old)) {
              return new Done.No();
            }
            file.get().changePassword(next, contents);
            return new Done.Yes(file.get().path().toString());
          } catch (IOException e) {
            return new Done.Failed(String.valueOf(e.getMessage()));
          } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(next, '\0');
          }
        },
        answer);
  }

  private Optional<WalletFile> file() {
    return wallet == null ? Optional.empty() : wallet.file();
  }

  @Override
  public void backup(Consumer<Done> answer) {
    Optional<WalletFile> file = file();
    Optional<Path> target =
        wallet == null ? Optional.empty() : chooser.target(wallet.name() + WalletFile.ENDING);
    if (file.isEmpty() || target.isEmpty()) {
      answer.accept(new Done.No());
      return;
    }
    later(() -> copied(file.get().path(), target.get()), answer);
  }

  private static Done copied(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      return new Done.Yes(to.toAbsolutePath().toString());
    } catch (IOException e) {
      return new Done.Failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void write(String suggestedName, String text, Consumer<Done> answer) {
    Optional<Path> target = chooser.target(suggestedName);
    if (target.isEmpty()) {
      answer.accept(new Done.No());
      return;
    }
    later(
        () -> {
          try {
            Files.writeString(target.get(), text);
            return new Done.Yes(target.get().toAbsolutePath().toString());
          } catch (IOException e) {
            return new Done.Failed(String.valueOf(e.getMessage()));
          }
        },
        answer);
  }

  private void later(Supplier<Done> work, Consumer<Done> answer) {
    threads
        .inOrder()
        .accept(
            () -> {
              Done done = work.get();
              threads.onScreen().accept(() -> answer.accept(done));
            });
  }

  @Override
  public void read(Consumer<Text> answer) {
    Optional<Path> source = chooser.source();
    if (source.isEmpty()) {
      answer.accept(new Text.None());
      return;
    }
    threads
        .inOrder()
        .accept(
            () -> {
              Text read = read(source.get());
              threads.onScreen().accept(() -> answer.accept(read));
            });
  }

  private static Text read(Path source) {
    try {
      if (Files.size(source) > TEXT_BYTES_MAX) {
        return new Text.Failed("the file is larger than " + (TEXT_BYTES_MAX >> 20) + " MiB");
      }
      String content = Files.readString(source, StandardCharsets.UTF_8);
      return new Text.Read(String.valueOf(source.getFileName()), content);
    } catch (IOException e) {
      return new Text.Failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void importKey(String hex) {
    byte[] secret = Hex.decode("secret key", hex.toLowerCase(Locale.ROOT), SigningKey.SECRET_BYTES);
    try {
      if (wallet != null) {
        wallet.importKey(ImportedKey.of(wallet.purse().keyring().network(), SigningKey.of(secret)));
      }
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  @Override
  public void watch(Address address) {
    if (wallet != null) {
      wallet.watch(address);
    }
  }
}
