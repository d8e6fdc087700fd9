package io.timecoin.node.p2p.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IpGroupTest {
  @Test
  void ipv4AddressIsAGroupOfItsOwn() {
    assertThat(IpGroup.parse("203.0.113.5")).hasToString("203.0.113.5");
    assertThat(IpGroup.parse("203.0.113.5")).isNotEqualTo(IpGroup.parse("203.0.113.6"));
  }

  @Test
  void ipv6AddressesOfOneNetworkAreOneGroup() {
    assertThat(IpGroup.parse("2001:db8:0:1::1")).isEqualTo(IpGroup.parse("2001:db8:0:1:ffff::2"));
    assertThat(IpGroup.parse("2001:db8:0:1::1")).isNotEqualTo(IpGroup.parse("2001:db8:0:2::1"));
  }

  @Test
  void mappedAddressIsItsIpv4Address() {
    assertThat(IpGroup.parse("::ffff:203.0.113.5")).isEqualTo(IpGroup.parse("203.0.113.5"));
  }

  @Test
  void readsWhatItWrites() {
    IpGroup group = IpGroup.parse("2001:db8::1");
    assertThat(IpGroup.parse(group.toString())).isEqualTo(group);
  }

  @Test
  void namesAreNotLookedUp() {
    assertThatIllegalArgumentException().isThrownBy(() -> IpGroup.parse("localhost"));
  }
}
