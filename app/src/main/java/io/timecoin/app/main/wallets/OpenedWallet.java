package io.timecoin.app.main.wallets;

import io.timecoin.app.vm.Purse;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.file.WalletContents;
import io.timecoin.app.wallet.file.WalletFile;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.node.base.Address;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A wallet whose file is open: what changes is saved in the background, in order. Made and used on
 * the thread of the screens, but for the saving itself.
 */
public final class OpenedWallet implements Purse.Kept, AutoCloseable {

  private final String name;
  private final URI node;
  private final Consumer<Runnable> inOrder;
  private final Purse purse;
  private WalletContents contents;
  private @Nullable WalletFile file;
  private Consumer<String> failed = _ -> {};

  OpenedWallet(
      String name, URI node, WalletFile file, WalletContents contents, Consumer<Runnable> inOrder) {
    this.name = name;
    this.node = node;
    this.file = file;
    this.contents = contents;
    this.inOrder = inOrder;
    this.purse = new Purse(contents.keyring(), contents.book(), this);
  }

  /** Its name, that of its file. */
  public String name() {
    return name;
  }

  /** Where it finds its network. */
  public URI node() {
    return node;
  }

  /** The wallet for the screens. */
  public Purse purse() {
    return purse;
  }

  /**
   * Told when a change could not be saved.
   *
   * @param told the reason, on a background thread
   */
  public void onFailure(Consumer<String> told) {
    failed = told;
  }

  @Override
  public void keep(Keyring keyring, Book book) {
    WalletFile open = file;
    if (open == null) {
      return;
    }
    contents = contents.at(keyring.positions()).with(book);
    WalletContents now = contents;
    inOrder.accept(() -> save(open, now));
  }

  private void save(WalletFile open, WalletContents now) {
    try {
      open.save(now);
    } catch (IOException e) {
      failed.accept(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      // locked meanwhile: what changed is seen again when it is opened
    }
  }

  /** Adds a single key. */
  public void importKey(ImportedKey key) {
    contents = contents.with(key);
    purse.grow(keyring -> keyring.withKey(key));
  }

  /** Watches one more address. */
  public void watch(Address address) {
    contents = contents.watching(address);
    purse.grow(keyring -> keyring.withWatched(address));
  }

  /** The file while it is open; empty while the wallet is locked. */
  Optional<WalletFile> file() {
    return Optional.ofNullable(file);
  }

  /** What is in the file. */
  WalletContents contents() {
    return contents;
  }

  /** After the last change is saved, nothing that could decrypt the file is left in memory. */
  @Override
  public void locked() {
    WalletFile open = file;
    file = null;
    WalletContents cleared = contents;
    if (open != null) {
      inOrder.accept(
          () -> {
            open.close();
            cleared.secrets().close();
          });
    }
  }

  /** The file was opened again. */
  void reopened(WalletFile again, WalletContents read) {
    file = again;
    contents = read;
  }

  /** Clears the keys and frees the file. */
  @Override
  public void close() {
    purse.lock();
  }
}
