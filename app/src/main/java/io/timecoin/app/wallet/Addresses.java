package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.tx.Transaction;

/** Who pays. */
public final class Addresses {

  private Addresses() {}

  /** Whether the transaction spends an output of that address. */
  public static boolean pays(Address address, Transaction transaction) {
    return transaction.inputs().stream()
        .anyMatch(input -> of(input.publicKey(), address).equals(address));
  }

  /** The address of a key, on the network of {@code like}. */
  public static Address of(PublicKey key, Address like) {
    return Hashes.addressOf(like.version(), key);
  }
}
