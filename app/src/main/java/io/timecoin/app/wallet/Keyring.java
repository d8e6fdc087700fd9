package io.timecoin.app.wallet;

import io.timecoin.app.wallet.keys.AccountKeys;
import io.timecoin.app.wallet.keys.ChainPosition;
import io.timecoin.app.wallet.keys.ImportedKey;
import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.app.wallet.keys.KeyPath;
import io.timecoin.app.wallet.keys.Positions;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All keys and addresses of one opened wallet: those of its words, imported single keys, and
 * addresses that are only watched. Immutable and safe on any thread, but for the secrets: every
 * keyring made from this one shares them, and {@link #close} clears them for all.
 */
public final class Keyring implements AutoCloseable {

  /** Imported keys at most. */
  public static final int IMPORTED_MAX = 1_000;

  /** Addresses that are only watched, at most. */
  public static final int WATCHED_MAX = 1_000;

  /** What signing came to. */
  public sealed interface Signing {}

  /** Ready to be sent. */
  public record Signed(Transaction transaction) implements Signing {}

  /** The wallet is locked, or only watches these addresses. */
  public record MissingKeys(SortedSet<Address> addresses) implements Signing {}

  private final Network network;
  private final @Nullable AccountKeys account;
  private final Positions positions;
  private final SequencedMap<Address, ImportedKey> imported;
  private final SequencedSet<Address> watched;
  private final List<Address> addresses;

  private Keyring(
      Network network,
      @Nullable AccountKeys account,
      Positions positions,
      SequencedMap<Address, ImportedKey> imported,
      SequencedSet<Address> watched) {
    this.network = network;
    this.account = account;
    this.positions = positions;
    this.imported = imported;
    this.watched = watched;
    // Derived here, not when first asked for: a closed keyring still knows them.
    this.addresses = all();
  }

  private List<Address> all() {
    SequencedSet<Address> all = new LinkedHashSet<>();
    if (account != null) {
      for (KeyChain chain : KeyChain.values()) {
        all.addAll(account.addresses(chain, positions.of(chain).watched()));
      }
    }
    all.addAll(imported.keySet());
    all.addAll(watched);
    return List.copyOf(all);
  }

  /** A keyring with nothing on it; {@link #receiveAddress} needs something. */
  public static Keyring empty(Network network) {
    return new Keyring(
        network, null, Positions.START, new LinkedHashMap<>(), new LinkedHashSet<>());
  }

  /** With the keys of an account in place of those it had from words. */
  public Keyring withAccount(AccountKeys keys, Positions usedSoFar) {
    if (keys.network() != network) {
      throw new IllegalArgumentException("the keys belong to " + keys.network().wireName());
    }
    return new Keyring(network, keys, usedSoFar, imported, watched);
  }

  /** With one more single key. */
  public Keyring withKey(SigningKey key) {
    return withKey(ImportedKey.of(network, key));
  }

  /**
   * With one more single key.
   *
   * @throws IllegalArgumentException beyond {@link #IMPORTED_MAX}, or for another network
   */
  public Keyring withKey(ImportedKey key) {
    requireOwnNetwork(key.address());
    SequencedMap<Address, ImportedKey> more = new LinkedHashMap<>(imported);
    more.put(key.address(), key);
    requireAtMost(IMPORTED_MAX, more.size(), "keys");
    return new Keyring(network, account, positions, more, watched);
  }

  /**
   * With one more address to watch.
   *
   * @throws IllegalArgumentException beyond {@link #WATCHED_MAX}, or for another network
   */
  public Keyring withWatched(Address address) {
    requireOwnNetwork(address);
    SequencedSet<Address> more = new LinkedHashSet<>(watched);
    more.add(address);
    requireAtMost(WATCHED_MAX, more.size(), "watched addresses");
    return new Keyring(network, account, positions, imported, more);
  }

  private void requireOwnNetwork(Address address) {
    if (!address.belongsTo(network)) {
      throw new IllegalArgumentException(address + " is not of " + network.wireName());
    }
  }

  private static void requireAtMost(int max, int count, String what) {
    if (count > max) {
      throw new IllegalArgumentException("a wallet holds at most " + max + " " + what);
    }
  }

  /** Whose money it is about. */
  public Network network() {
    return network;
  }

  /** How far the words' addresses are used, to be kept in the wallet's file. */
  public Positions positions() {
    return positions;
  }

  /**
   * All addresses to watch, each once: those of the words up to {@value ChainPosition#GAP} ahead,
   * imported ones, watched ones.
   */
  public List<Address> addresses() {
    return addresses;
  }

  /**
   * Where the next payment should go: the first address of the words that nobody paid yet, else the
   * first imported, else the first watched one.
   *
   * @throws IllegalStateException if the keyring is empty
   */
  public Address receiveAddress() {
    return current(KeyChain.RECEIVE);
  }

  /** Where the change of a payment goes: as {@link #receiveAddress}, from the change addresses. */
  public Address changeAddress() {
    return current(KeyChain.CHANGE);
  }

  private Address current(KeyChain chain) {
    if (account != null) {
      // A closed one that was paid at the very end of what it knows repeats its last address.
      return account.addresses(chain, positions.of(chain).next() + 1).getLast();
    }
    if (addresses.isEmpty()) {
      throw new IllegalStateException("the keyring is empty");
    }
    return addresses.getFirst();
  }

  /**
   * Moves on to another receive address although the one before was not paid. Empty without words,
   * and when {@value ChainPosition#GAP} unpaid ones in a row were handed out: money sent to further
   * ones would not be found again from the words.
   */
  public Optional<Keyring> fresh() {
    AccountKeys keys = account;
    if (keys == null || !keys.isOpen()) {
      return Optional.empty();
    }
    return positions
        .receive()
        .movedOn()
        .map(next -> at(keys, positions.with(KeyChain.RECEIVE, next)));
  }

  /**
   * Takes note of addresses that were paid, so that they are not handed out again. The same keyring
   * if that is nothing new.
   */
  public Keyring paid(Collection<Address> to) {
    if (account == null) {
      return this;
    }
    Positions now = positions;
    for (Address address : to) {
      Optional<KeyPath> path = account.pathOf(address);
      now = path.isPresent() ? now.paid(path.get()) : now;
    }
    return now.equals(positions) ? this : at(account, now);
  }

  private Keyring at(AccountKeys keys, Positions moved) {
    return new Keyring(network, keys, moved, imported, watched);
  }

  /**
   * The key that spends what that address holds; empty for strangers, for watched ones, and after
   * {@link #close}.
   */
  public Optional<SigningKey> signerOf(Address address) {
    ImportedKey key = imported.get(address);
    if (key != null) {
      return key.key();
    }
    return account == null ? Optional.empty() : account.keyOf(address);
  }

  /**
   * Signs every input with the key of its address. Takes a tenth of a millisecond an input: not for
   * the thread of the screens.
   *
   * @param genesisHash of the network it is valid on
   * @param timestamp seconds since 1970
   */
  public Signing sign(Hash256 genesisHash, Payment payment, long timestamp) {
    Map<Address, SigningKey> keys = new HashMap<>();
    SortedSet<Address> missing = new TreeSet<>();
    for (OwnCoin coin : payment.inputs()) {
      if (!keys.containsKey(coin.address())) {
        signerOf(coin.address())
            .ifPresentOrElse(
                key -> keys.put(coin.address(), key), () -> missing.add(coin.address()));
      }
    }
    if (!missing.isEmpty()) {
      return new MissingKeys(missing);
    }
    List<TransactionSigner.Spend> spends =
        payment.inputs().stream()
            .map(
                coin ->
                    new TransactionSigner.Spend(
                        coin.outPoint(), Objects.requireNonNull(keys.get(coin.address()))))
            .toList();
    return new Signed(TransactionSigner.sign(genesisHash, spends, payment.outputs(), timestamp));
  }

  /** Whether {@link #signerOf} has an answer; cheap. */
  public boolean canSign(Address address) {
    ImportedKey key = imported.get(address);
    if (key != null) {
      return key.isOpen();
    }
    return account != null && account.hasKeyOf(address);
  }

  /** Where an address of the words was derived; empty for all others. */
  public Optional<KeyPath> pathOf(Address address) {
    return account == null ? Optional.empty() : account.pathOf(address);
  }

  /** Clears the secrets of this keyring and of all made from it; it watches on. */
  @Override
  public void close() {
    if (account != null) {
      account.close();
    }
    imported.values().forEach(ImportedKey::close);
  }

  /** Counts only: no secret and no address. */
  @Override
  public String toString() {
    return "Keyring("
        + network.wireName()
        + ", "
        + addresses.size()
        + " addresses, "
        + imported.size()
        + " imported keys)";
  }
}
