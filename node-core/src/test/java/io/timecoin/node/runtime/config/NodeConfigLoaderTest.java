package io.timecoin.node.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timecoin.node.base.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeConfigLoaderTest {
  private static final String SECRET = "ab".repeat(32);

  @TempDir Path folder;
  private final Map<String, String> flags = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  private Path file(String... lines) throws Exception {
    Path file = folder.resolve("node.conf");
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private NodeConfigLoader.Loaded load(String... lines) throws Exception {
    return NodeConfigLoader.load(flags, environment, lines.length == 0 ? null : file(lines));
  }

  @Test
  void withoutAnythingTheDefaultsOfMainnetHold() throws Exception {
    NodeConfig config = load().config();
    assertThat(config.network()).isEqualTo(Network.MAINNET);
    assertThat(config.p2p().port()).isEqualTo(24000);
    assertThat(config.webSocket().port()).isEqualTo(24002);
    assertThat(config.metricsPort()).hasValue(24003);
    assertThat(config.webSocket().bind()).isEqualTo("127.0.0.1");
    assertThat(config.webSocket().origins()).isEmpty();
    assertThat(config.files().dataDir()).endsWithRaw(Path.of("timekeeper", "mainnet"));
    assertThat(config.files().genesis())
        .isEqualTo(config.files().dataDir().resolve("genesis.json"));
    assertThat(config.stopWithStdin()).isFalse();
  }

  @Test
  void flagsWinOverEnvironmentOverFileOverDefaults() throws Exception {
    environment.put("TIMEKEEPER_P2P_PORT", "2");
    environment.put("TIMEKEEPER_WS_PORT", "2");
    flags.put("p2p-port", "3");
    NodeConfig config =
        load("p2p-port = 1", "ws-port = 1", "queue-events = 100", "network = testnet").config();
    assertThat(config.p2p().port()).isEqualTo(3);
    assertThat(config.webSocket().port()).isEqualTo(2);
    assertThat(config.queueEvents()).isEqualTo(100);
    assertThat(config.network()).isEqualTo(Network.TESTNET);
  }

  @Test
  void metricsAreThreeAboveThePortOfThePeersUnlessSaidOtherwise() throws Exception {
    assertThat(load("p2p-port = 25000").config().metricsPort()).hasValue(25003);
    assertThat(load("p2p-port = 0").config().metricsPort()).hasValue(0);
    assertThat(load("p2p-port = 65535").config().metricsPort()).hasValue(0);
    assertThat(load("p2p-port = 25000", "metrics-port = 9").config().metricsPort()).hasValue(9);
    assertThat(load("metrics-port = off").config().metricsPort()).isEmpty();
  }

  @Test
  void unknownKeysWarnWithFileAndLine() throws Exception {
    environment.put("TIMEKEEPER_COLOUR", "blue");
    NodeConfigLoader.Loaded loaded = load("# a comment", "", "p2p-prot = 7", "p2p-port = 8");
    assertThat(loaded.warnings())
        .containsExactly(
            folder.resolve("node.conf") + ":3: unknown key \"p2p-prot\" is ignored",
            "environment: unknown variable TIMEKEEPER_COLOUR is ignored");
    assertThat(loaded.config().p2p().port()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p2p-port = 70000|p2p-port must be a number from 0 to 65535, not \"70000\"",
        "ws-port = x|ws-port must be a number from 0 to 65535, not \"x\"",
        "metrics-port = on|metrics-port must be a number from 0 to 65535, not \"on\"",
        "network = moonnet|network must be mainnet, testnet or devnet, not \"moonnet\"",
        "log-level = loud|log-level must be error, warn, info, debug or trace, not \"loud\"",
        "p2p-seeds = a:1, nowhere|p2p-seeds must be host:port",
        "p2p-seeds = a:99999|p2p-seeds must be host:port",
        "stop-with-stdin = yes|stop-with-stdin must be true or false, not \"yes\"",
        "clock-offset = 1s|clock-offset must be a number from -86400000 to 86400000, not \"1s\"",
        "queue-events = 1|queue-events must be a number from 64"
      })
  void badValuesAreRefusedNamingKeySourceAndReason(String line, String reason) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> load("# first line", line))
        .withMessageContaining(reason)
        .withMessageContaining("node.conf:2");
  }

  @Test
  void linesThatAreNoSettingAndKeysGivenTwiceAreRefused() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> load("p2p-port 7"))
        .withMessageContaining("node.conf:1: expected \"key = value\"");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> load("p2p-port = 7", "p2p-port = 8"))
        .withMessageContaining("node.conf:2: p2p-port already stands in line 1");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> NodeConfigLoader.load(flags, environment, folder.resolve("none.conf")))
        .withMessageContaining("none.conf");
  }

  @Test
  void openKeysAreForDevnetsOnlyAndNeverShown() throws Exception {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> load("key-hex = " + SECRET))
        .withMessageContaining("devnet only")
        .withMessageNotContaining(SECRET);
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> load("network = devnet", "key-hex = " + SECRET + "00"))
        .withMessageNotContaining(SECRET);
    NodeConfigLoader.Loaded loaded = load("network = devnet", "key-hex = " + SECRET);
    assertThat(loaded.config().key()).isInstanceOf(NodeConfig.KeySource.Open.class);
    assertThat(loaded.config().toString()).doesNotContain(SECRET);
  }

  @Test
  void clockOfADevnetNodeMayBeAheadOrBehind() throws Exception {
    assertThat(load("network = devnet").config().clockOffset()).isZero();
    NodeConfig behind = load("network = devnet", "clock-offset = -3600000").config();
    assertThat(behind.clockOffset()).isEqualTo(Duration.ofHours(-1));
    assertThat(behind.clock().instant())
        .isBetween(Instant.now().minusSeconds(3_700), Instant.now().minusSeconds(3_500));
  }

  @Test
  void clockOfAnyOtherNodeIsTheSystems() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> load("network = testnet", "clock-offset = 1"))
        .withMessageContaining("clock-offset is for a devnet only");
  }

  @Test
  void passwordsAreMaskedWhereverSettingsAreShown() throws Exception {
    environment.put("TIMEKEEPER_KEY_PASSWORD", "correct horse");
    NodeConfigLoader.Loaded loaded = load();
    assertThat(loaded.printed()).contains("key-password = ********").doesNotContain("correct");
    assertThat(loaded.config().toString()).doesNotContain("correct");
  }

  @Test
  void printedSettingsCanBeReadAgainAndMeanTheSame() throws Exception {
    environment.put("TIMEKEEPER_WS_ORIGINS", "https://a.example, https://b.example");
    NodeConfigLoader.Loaded loaded =
        load("network = testnet", "p2p-seeds = one:1,two:2", "data-dir = data", "name = Node 1");
    assertThat(loaded.printed())
        .contains("# TIMEKEEPER_WS_ORIGINS\n", "# default\np2p-port = 24100\n")
        .contains("# " + folder.resolve("node.conf") + ":1\nnetwork = testnet\n");
    environment.clear();
    assertThat(load(loaded.printed()).config()).isEqualTo(loaded.config());
  }

  @Test
  void pathsInAFileAreMeantFromItsFolder() throws Exception {
    flags.put("genesis", "given/genesis.json");
    NodeConfig config = load("data-dir = data", "admin-token-file = /run/token").config();
    assertThat(config.files().dataDir()).isEqualTo(folder.resolve("data"));
    assertThat(config.files().adminToken()).isEqualTo(Path.of("/run/token"));
    assertThat(config.files().genesis()).isEqualTo(Path.of("given/genesis.json"));
    assertThat(config.key())
        .isEqualTo(
            new NodeConfig.KeySource.Encrypted(
                folder.resolve("data/node.key"), new NodeConfig.Password.Missing()));
  }

  @Test
  void everySystemHasItsOwnPlaceForData() {
    Path home = Path.of("/home/x");
    Map<String, String> none = Map.of();
    assertThat(DataFolders.of(Network.DEVNET, "Linux", home, none))
        .isEqualTo(home.resolve(".local/share/timekeeper/devnet"));
    assertThat(DataFolders.of(Network.DEVNET, "Linux", home, Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/timekeeper/devnet"));
    assertThat(DataFolders.of(Network.MAINNET, "Mac OS X", home, none))
        .isEqualTo(home.resolve("Library/Application Support/timekeeper/mainnet"));
    assertThat(DataFolders.of(Network.MAINNET, "Windows 11", home, none))
        .isEqualTo(home.resolve("AppData/Local/timekeeper/mainnet"));
  }
}
