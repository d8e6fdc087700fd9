package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the sockets of one machine cannot show; the rest is in {@link UpgradeIT}. */
class UpgradePolicyTest {
  private static final String PAGE = "https://wallet.example";

  private static boolean allows(String bindHost, String origin, String host) {
    return new UpgradePolicy(bindHost, Set.of(PAGE)).check(origin, host).isEmpty();
  }

  @Test
  void boundNameIsOurs() {
    assertThat(allows("node.example", null, "Node.Example:24002")).isTrue();
    assertThat(allows("node.example", null, "other.example")).isFalse();
    assertThat(allows("192.168.0.7", PAGE, "192.168.0.7:24002")).isTrue();
  }

  @Test
  void openServerIsReachedByAnyAddressButByNameOnlyOutsideBrowsers() {
    for (String wildcard : new String[] {"0.0.0.0", "::"}) {
      assertThat(allows(wildcard, PAGE, "192.168.0.7:24002")).isTrue();
      assertThat(allows(wildcard, PAGE, "[fe80::1]:24002")).isTrue();
      assertThat(allows(wildcard, null, "node.example")).isTrue();
      assertThat(allows(wildcard, PAGE, "node.example")).isFalse();
      assertThat(allows(wildcard, "https://evil.example", "192.168.0.7")).isFalse();
    }
  }

  @Test
  void originThatNamesNobodyCannotBeAllowed() {
    assertThatThrownBy(
            () -> new GatewayConfig("127.0.0.1", 0, Set.of("null"), GatewayLimits.DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
