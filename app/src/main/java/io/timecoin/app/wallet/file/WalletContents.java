package io.timecoin.app.wallet.file;

import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a wallet file holds. Immutable, but that {@link WalletSecrets#close} clears the secrets.
 *
 * @param about what can be told to anybody
 * @param secrets words and keys
 * @param watched addresses that are only watched, each once
 * @param positions how far the words' addresses are used
 * @param book labels, contacts, frozen coins
 */
public record WalletContents(
    About about, WalletSecrets secrets, List<Address> watched, Positions positions, Book book) {

  public WalletContents {
    watched = watched.stream().distinct().toList();
  }

  /**
   * Which wallet it is.
   *
   * @param name the name of its file without the ending; the file's counts where they differ
   * @param createdAt in whole seconds
   * @param more JSON object of fields that a later version wrote, kept for it; else empty
   */
  public record About(String name, Network network, Instant createdAt, String more) {}

  /** A new wallet of words or keys. */
  public static WalletContents create(
      String name, Network network, Instant createdAt, WalletSecrets secrets) {
    Instant seconds = Instant.ofEpochSecond(createdAt.getEpochSecond());
    return new WalletContents(
        new About(name, network, seconds, ""), secrets, List.of(), Positions.START, Book.EMPTY);
  }

  /** Its keys and addresses. Derives them, which takes some milliseconds. */
  public Keyring keyring() {
    Keyring ring = Keyring.empty(about.network());
    var account = secrets.account(about.network());
    if (account.isPresent()) {
      ring = ring.withAccount(account.get(), positions);
    }
    for (ImportedKey key : secrets.imported()) {
      ring = ring.withKey(key);
    }
    for (Address address : watched) {
      ring = ring.withWatched(address);
    }
    return ring;
  }

  /** With the addresses used as far as that. */
  public WalletContents at(Positions used) {
    return new WalletContents(about, secrets, watched, used, book);
  }

  /** With other labels, contacts or frozen coins. */
  public WalletContents with(Book changed) {
    return new WalletContents(about, secrets, watched, positions, changed);
  }

  /** With one more key. */
  public WalletContents with(ImportedKey key) {
    return new WalletContents(about, secrets.with(key), watched, positions, book);
  }

  /** With one more address to watch. */
  public WalletContents watching(Address address) {
    List<Address> more = new ArrayList<>(watched);
    more.add(address);
    return new WalletContents(about, secrets, more, positions, book);
  }

  /** Under another name. */
  public WalletContents named(String name) {
    About renamed = new About(name, about.network(), about.createdAt(), about.more());
    return new WalletContents(renamed, secrets, watched, positions, book);
  }
}
