package io.timecoin.node.p2p.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Network;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityTest {
  private static boolean allows(Network network, String ip) {
    return Reachability.of(network).allows(InetAddress.ofLiteral(ip));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "193.99.144.80", "2a02:2e0:3fe:1001:302::"})
  void publicAddressesAreReachableEverywhere(String ip) {
    assertThat(allows(Network.MAINNET, ip)).isTrue();
    assertThat(allows(Network.TESTNET, ip)).isTrue();
    assertThat(allows(Network.DEVNET, ip)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.1.1",
        "100.64.0.1", "192.0.2.1", "198.18.0.1", "::1", "fe80::1", "fd00::1"
      })
  void privateAddressesAreReachableOnADevnetOnly(String ip) {
    assertThat(allows(Network.MAINNET, ip)).isFalse();
    assertThat(allows(Network.TESTNET, ip)).isFalse();
    assertThat(allows(Network.DEVNET, ip)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "ff02::1"
      })
  void addressesOfNoMachineAreReachableNowhere(String ip) {
    assertThat(allows(Network.MAINNET, ip)).isFalse();
    assertThat(allows(Network.DEVNET, ip)).isFalse();
  }
}
