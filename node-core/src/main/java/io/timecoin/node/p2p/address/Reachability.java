package io.timecoin.node.p2p.address;

import io.timecoin.node.base.Network;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which IP addresses other peers may name. On a private network any but those that name no machine;
 * elsewhere only public ones, so that nobody can make this node knock at its neighbours' doors.
 *
 * @param privateToo whether loopback and private ranges count
 */
public record Reachability(boolean privateToo) {
  /** Loopback and private ranges are reachable on a devnet only. */
  public static Reachability of(Network network) {
    return new Reachability(network == Network.DEVNET);
  }

  /** Whether it makes sense to dial it because a peer said so. */
  public boolean allows(InetAddress address) {
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return false;
    }
    boolean here =
        address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || isReserved(address.getAddress(), address instanceof Inet4Address);
    return privateToo ? !isUnusable(address) : !here;
  }

  /** 0/8, 100.64/10 (carrier NAT), 192.0.2/24 and 198.18/15 (tests), 240/4; fc00::/7. */
  private static boolean isReserved(byte[] bytes, boolean four) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (!four) {
      return (first & 0xfe) == 0xfc;
    }
    return first == 0
        || first >= 240
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0)
        || (first == 198 && (second & 0xfe) == 18);
  }

  /** 0/8 and 240/4, broadcast included, name no machine anywhere. */
  private static boolean isUnusable(InetAddress address) {
    int first = address.getAddress()[0] & 0xff;
    return address instanceof Inet4Address && (first == 0 || first >= 240);
  }
}
