package io.timecoin.node.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.CliRun;
import io.timecoin.node.runtime.config.ConfigKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandTest {
  @TempDir private Path folder;

  private CliRun printed(Map<String, String> environment, String... flags) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("node.conf"),
            "network = devnet\np2p-port = 1111\nws-port = 2222\nno-such-key = 1\n");
    String[] args = new String[flags.length + 4];
    args[0] = "node";
    args[1] = "--config";
    args[2] = file.toString();
    args[3] = "--print-config";
    System.arraycopy(flags, 0, args, 4, flags.length);
    return CliRun.with(new byte[0], environment, args);
  }

  @Test
  void everyKeyIsAFlag() {
    String help = CliRun.of("node", "--help").out();
    for (ConfigKey key : ConfigKey.values()) {
      assertThat(help).contains("--" + key.key() + "=");
    }
  }

  @Test
  void flagWinsOverEnvironmentOverFile() throws Exception {
    Map<String, String> environment =
        Map.of("TIMEKEEPER_P2P_PORT", "3333", "TIMEKEEPER_WS_PORT", "4444");
    CliRun run = printed(environment, "--ws-port", "5555");
    assertThat(run.exit()).isZero();
    assertThat(run.lines())
        .contains("p2p-port = 3333")
        .contains("ws-port = 5555")
        .contains("network = devnet");
  }

  @Test
  void unknownKeyIsWarnedOfWithItsLine() throws Exception {
    assertThat(printed(Map.of()).err()).contains("no-such-key").contains("4");
  }

  @Test
  void secretsAreNotPrinted() throws Exception {
    CliRun run =
        printed(Map.of("TIMEKEEPER_KEY_PASSWORD", "swordfish"), "--key-hex=" + "ab".repeat(32));
    assertThat(run.out()).doesNotContain("swordfish").doesNotContain("abab");
  }

  @Test
  void valueThatCannotBeUsedIsNamedWithItsSource() throws Exception {
    CliRun run = printed(Map.of("TIMEKEEPER_WS_PORT", "high"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("ws-port").contains("TIMEKEEPER_WS_PORT");
  }

  @Test
  void missingFileIsAFailure() {
    CliRun run = CliRun.of("node", "--config", folder.resolve("none").toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("none");
  }
}
