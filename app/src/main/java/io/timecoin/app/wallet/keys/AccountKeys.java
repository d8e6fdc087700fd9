package io.timecoin.app.wallet.keys;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys and addresses of one account, by chain and index, derived when first asked for. Safe on
 * any thread; the secrets are never printed.
 *
 * <p>After {@link #close} the addresses derived so far are still known, so that a locked wallet can
 * be watched; keys and further addresses are not.
 */
public final class AccountKeys implements AutoCloseable {

  /** Addresses of one chain at most, so that all of a wallet fit one subscription of a node. */
  public static final int ADDRESSES_MAX = 4_000;

  private final Network network;
  private final int account;
  private final Map<KeyChain, ExtendedKey> parents = new EnumMap<>(KeyChain.class);
  private final Map<KeyChain, List<Address>> known = new EnumMap<>(KeyChain.class);
  private final Map<Address, KeyPath> paths = new HashMap<>();
  private boolean closed;

  private AccountKeys(Network network, int account, ExtendedKey parent) {
    this.network = network;
    this.account = account;
    for (KeyChain chain : KeyChain.values()) {
      parents.put(chain, parent.child(chain.number()));
      known.put(chain, new ArrayList<>());
    }
  }

  /**
   * The account of a seed.
   *
   * @param seed 16 to 64 bytes, as {@code Mnemonic.seed} makes them; the caller clears them
   * @param account from 0
   */
  public static AccountKeys of(Network network, byte[] seed, int account) {
    try (ExtendedKey master = ExtendedKey.master(seed);
        ExtendedKey parent = master.descendant(KeyPath.PURPOSE, KeyPath.coinOf(network), account)) {
      return new AccountKeys(network, account, parent);
    }
  }

  /** Whose addresses these are. */
  public Network network() {
    return network;
  }

  /**
   * The first addresses of a chain, by index.
   *
   * @param count how many, at most {@link #ADDRESSES_MAX}; fewer come back after {@link #close}
   */
  public synchronized List<Address> addresses(KeyChain chain, int count) {
    if (count < 0 || count > ADDRESSES_MAX) {
      throw new IllegalArgumentException("count is 0 to " + ADDRESSES_MAX);
    }
    List<Address> row = row(chain);
    while (row.size() < count && !closed) {
      KeyPath path = KeyPath.of(network, account, chain, row.size());
      Address address = addressOf(derive(path));
      row.add(address);
      paths.put(address, path);
    }
    return List.copyOf(row.subList(0, Math.min(count, row.size())));
  }

  /** Where that address was derived; empty if it is none of those asked for so far. */
  public synchronized Optional<KeyPath> pathOf(Address address) {
    return Optional.ofNullable(paths.get(address));
  }

  /** The key of an address derived so far; empty for others, and after {@link #close}. */
  public synchronized Optional<SigningKey> keyOf(Address address) {
    return closed ? Optional.empty() : pathOf(address).map(this::derive);
  }

  /** Whether {@link #keyOf} has an answer; derives nothing. */
  public synchronized boolean hasKeyOf(Address address) {
    return !closed && paths.containsKey(address);
  }

  /** Whether the secrets are still there. */
  public synchronized boolean isOpen() {
    return !closed;
  }

  private SigningKey derive(KeyPath path) {
    ExtendedKey parent = parents.get(path.chain());
    if (parent == null) {
      throw new IllegalStateException("no " + path.chain());
    }
    try (ExtendedKey key = parent.child(path.index())) {
      return key.signingKey();
    }
  }

  private List<Address> row(KeyChain chain) {
    return known.getOrDefault(chain, List.of());
  }

  private Address addressOf(SigningKey key) {
    return Hashes.addressOf(network.addressVersion(), key.publicKey());
  }

  /** Zeroes the secrets. A {@link SigningKey} handed out before has a copy of its own. */
  @Override
  public synchronized void close() {
    parents.values().forEach(ExtendedKey::close);
    closed = true;
  }

  @Override
  public String toString() {
    return "AccountKeys(" + network.wireName() + ", account " + account + ")";
  }
}
