package io.timecoin.node.base;

import java.util.Locale;

/** The networks of protocol.md 1, with their default ports and address form. */
public enum Network {
  /** Real money. */
  MAINNET(24000, AddressVersion.MAIN),
  /** Shared test network. */
  TESTNET(24100, AddressVersion.TEST),
  /** A private network; node i of a local one adds 10·i to the ports. */
  DEVNET(24200, AddressVersion.TEST);

  private final int p2pPort;
  private final AddressVersion addressVersion;

  Network(int p2pPort, AddressVersion addressVersion) {
    this.p2pPort = p2pPort;
    this.addressVersion = addressVersion;
  }

  /** Default TCP port between masternodes. */
  public int p2pPort() {
    return p2pPort;
  }

  /** Default WebSocket port for wallets. */
  public int webSocketPort() {
    return p2pPort + 2;
  }

  /** Default port of metrics and health over HTTP. */
  public int metricsPort() {
    return p2pPort + 3;
  }

  /** The form of this network's addresses. */
  public AddressVersion addressVersion() {
    return addressVersion;
  }

  /** Name on the wire, in files and in folders: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The network of that {@link #wireName()}.
   *
   * @throws IllegalArgumentException naming the networks there are
   */
  public static Network parse(String wireName) {
    for (Network network : values()) {
      if (network.wireName().equals(wireName)) {
        return network;
      }
    }
    throw new IllegalArgumentException("network must be mainnet, testnet or devnet");
  }
}
