package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.tx.Transaction;

/**
 * One key with its address on one network, such as the demo's wallets have. Safe on any thread.
 *
 * @param keyring with this key alone
 * @param address where it is paid, change included
 */
public record Wallet(Keyring keyring, Address address) {

  /** The wallet of a key on a network. */
  public static Wallet of(Network network, SigningKey key) {
    Keyring keyring = Keyring.empty(network).withKey(key);
    return new Wallet(keyring, keyring.receiveAddress());
  }

  /**
   * The payment signed for the network of that genesis.
   *
   * @param timestamp seconds since 1970
   * @throws IllegalStateException if it spends somebody else's coin
   */
  public Transaction sign(Hash256 genesisHash, Payment payment, long timestamp) {
    return switch (keyring.sign(genesisHash, payment, timestamp)) {
      case Keyring.Signed signed -> signed.transaction();
      case Keyring.MissingKeys missing ->
          throw new IllegalStateException("no key for " + missing.addresses());
    };
  }

  /** The address only: the key is never printed. */
  @Override
  public String toString() {
    return "Wallet(" + address + ")";
  }
}
