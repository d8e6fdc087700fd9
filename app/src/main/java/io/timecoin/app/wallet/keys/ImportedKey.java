package io.timecoin.app.wallet.keys;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key that does not come from the words and that they do not restore. Safe on any thread; never
 * printed.
 */
public final class ImportedKey implements AutoCloseable {

  private final Address address;
  private final byte[] secret;
  private boolean closed;

  private ImportedKey(Address address, byte[] secret) {
    this.address = address;
    this.secret = secret;
  }

  /** Copies the secret out of the key. */
  public static ImportedKey of(Network network, SigningKey key) {
    return new ImportedKey(
        Hashes.addressOf(network.addressVersion(), key.publicKey()), key.secretBytes());
  }

  /** Where it is paid. */
  public Address address() {
    return address;
  }

  /** What signs; empty after {@link #close}. */
  public synchronized Optional<SigningKey> key() {
    return closed ? Optional.empty() : Optional.of(SigningKey.of(secret));
  }

  /** Whether {@link #key} has an answer. */
  public synchronized boolean isOpen() {
    return !closed;
  }

  /** Zeroes the secret; the address is still known. */
  @Override
  public synchronized void close() {
    Arrays.fill(secret, (byte) 0);
    closed = true;
  }

  @Override
  public String toString() {
    return "ImportedKey(" + address + ")";
  }
}
