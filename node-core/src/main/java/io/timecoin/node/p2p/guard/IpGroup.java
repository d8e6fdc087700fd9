package io.timecoin.node.p2p.guard;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Addresses that one party usually has together, so that limits and bans meet the party: one IPv4
 * address, or an IPv6 network of 64 bits.
 *
 * @param text the address, or the first one of the network and {@code /64}
 */
public record IpGroup(String text) {
  private static final int IPV6_BYTES = 16;
  private static final int IPV6_PREFIX_BYTES = 8;

  /** The group of an address. */
  public static IpGroup of(InetAddress address) {
    if (address instanceof Inet4Address) {
      return new IpGroup(address.getHostAddress());
    }
    byte[] network =
        Arrays.copyOf(Arrays.copyOf(address.getAddress(), IPV6_PREFIX_BYTES), IPV6_BYTES);
    try {
      return new IpGroup(InetAddress.getByAddress(network).getHostAddress() + "/64");
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an IPv6 address", e);
    }
  }

  /**
   * The group of an IP address in text form; names are not looked up.
   *
   * @throws IllegalArgumentException if the text is no IP address
   */
  public static IpGroup parse(String ip) {
    String text = ip.endsWith("/64") ? ip.substring(0, ip.length() - "/64".length()) : ip;
    return of(InetAddress.ofLiteral(text));
  }

  @Override
  public String toString() {
    return text;
  }
}
