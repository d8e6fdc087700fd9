package io.timecoin.node.p2p.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:24000", "node-1.example.com:1", "a:65535", "[2001:db8::1]:24000"})
  void readsWhatItWrites(String text) {
    assertThat(HostPort.parse(text)).hasToString(text);
  }

  @Test
  void namesDoNotDependOnCase() {
    assertThat(HostPort.parse("Node.Example:1")).isEqualTo(HostPort.parse("node.example:1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "host",
        "host:",
        ":24000",
        "host:0",
        "host:65536",
        "host:99999",
        "host:-1",
        "host:1:2",
        "2001:db8::1:24000",
        "[host]:1",
        "[::1]",
        "ho st:1",
        "host:1 ",
        " host:1",
        "http://host:1",
        "user@host:1",
        "-host:1",
        "host-:1",
        "host\n:1",
        "h\u00f6st:1",
        "host:\u0661"
      })
  void refusesAnythingElse(String text) {
    assertThat(HostPort.find(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> HostPort.parse(text));
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(HostPort.find("a".repeat(253) + ":1")).isPresent();
    assertThat(HostPort.find("a".repeat(254) + ":1")).isEmpty();
    assertThat(HostPort.find("a".repeat(1_000_000))).isEmpty();
  }
}
