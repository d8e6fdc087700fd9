package io.timecoin.node.base;

import java.util.Arrays;

/**
 * Where money is held: {@code TIME1} or {@code TIME0} + base58(version · hash160 · checksum). Equal
 * when text is equal, which is when version and hash are.
 */
public final class Address implements Comparable<Address> {
  /** Length of RIPEMD160(SHA256(public key)) in bytes. */
  public static final int HASH_BYTES = 20;

  private final AddressVersion version;
  private final String text;

  private Address(AddressVersion version, String text) {
    this.version = version;
    this.text = text;
  }

  /**
   * The address of a public key's hash.
   *
   * @param hash160 RIPEMD160(SHA256(public key)), 20 bytes
   */
  public static Address of(AddressVersion version, byte[] hash160) {
    Words.requireLength("address hash", hash160, HASH_BYTES);
    byte[] payload = new byte[1 + HASH_BYTES];
    payload[0] = version.versionByte();
    System.arraycopy(hash160, 0, payload, 1, HASH_BYTES);
    return new Address(version, version.prefix() + Base58Check.encode(payload));
  }

  /**
   * Reads an address of either form.
   *
   * @throws IllegalArgumentException with the reason: prefix, characters, length, version, checksum
   */
  public static Address parse(String text) {
    for (AddressVersion version : AddressVersion.values()) {
      if (text.startsWith(version.prefix())) {
        byte[] payload = Base58Check.decode(text.substring(version.prefix().length()));
        if (payload.length != 1 + HASH_BYTES) {
          throw new IllegalArgumentException("address has the wrong length");
        }
        if (payload[0] != version.versionByte()) {
          throw new IllegalArgumentException(
              "address version does not belong to the prefix " + version.prefix());
        }
        return new Address(version, text);
      }
    }
    throw new IllegalArgumentException("address must start with TIME1 or TIME0");
  }

  /** Which form it has. */
  public AddressVersion version() {
    return version;
  }

  /** Whether it can be used on that network. */
  public boolean belongsTo(Network network) {
    return network.addressVersion() == version;
  }

  /** RIPEMD160(SHA256(public key)), a fresh copy of 20 bytes. */
  public byte[] hash160() {
    byte[] payload = Base58Check.decode(text.substring(version.prefix().length()));
    return Arrays.copyOfRange(payload, 1, payload.length);
  }

  @Override
  public int compareTo(Address other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The address as people read and write it. */
  @Override
  public String toString() {
    return text;
  }
}
