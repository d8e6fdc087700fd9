package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;

/** One key with its address on one network. Safe on any thread. */
public final class Wallet {

  private final SigningKey key;
  private final Address address;

  private Wallet(SigningKey key, Address address) {
    this.key = key;
    this.address = address;
  }

  /** The wallet of a key on a network. */
  public static Wallet of(Network network, SigningKey key) {
    return new Wallet(key, Hashes.addressOf(network.addressVersion(), key.publicKey()));
  }

  /** Where it is paid, change included. */
  public Address address() {
    return address;
  }

  /**
   * The payment signed for the network of that genesis.
   *
   * @param timestamp seconds since 1970
   * @throws IllegalArgumentException if a form rule is broken, such as more inputs than fit
   */
  public Transaction sign(Hash256 genesisHash, Payment payment, long timestamp) {
    return TransactionSigner.sign(
        genesisHash,
        payment.inputs().stream()
            .map(coin -> new TransactionSigner.Spend(coin.outPoint(), key))
            .toList(),
        payment.outputs(),
        timestamp);
  }

  /** The address only: the key is never printed. */
  @Override
  public String toString() {
    return "Wallet(" + address + ")";
  }
}
