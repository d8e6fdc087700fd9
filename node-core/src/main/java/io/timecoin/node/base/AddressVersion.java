package io.timecoin.node.base;

/** The two address forms: prefix in clear, version byte inside. Source: protocol.md 2. */
public enum AddressVersion {
  /** {@code TIME1…}, version 0x00: mainnet. */
  MAIN("TIME1", (byte) 0x00),
  /** {@code TIME0…}, version 0x6F: testnet and devnet. */
  TEST("TIME0", (byte) 0x6F);

  private final String prefix;
  private final byte versionByte;

  AddressVersion(String prefix, byte versionByte) {
    this.prefix = prefix;
    this.versionByte = versionByte;
  }

  /** The five characters every address starts with. */
  public String prefix() {
    return prefix;
  }

  /** First byte under the checksum. */
  public byte versionByte() {
    return versionByte;
  }
}
