package io.timecoin.node.runtime.config;

import io.timecoin.node.base.Hex;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.SettleRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Reads a {@link NodeConfig}: flags win over the environment, that over the file, that over
 * defaults.
 */
public final class NodeConfigLoader {
  private static final String VARIABLE_PREFIX = "TIMEKEEPER_";
  private static final int METRICS_OFFSET = 3; // protocol.md 1
  private static final int PORT_MAX = 65_535;
  private static final int CACHE_MB_MIN = 8;
  private static final int CACHE_MB_MAX = 1 << 16;
  private static final int BLOCKS_MAX = 1_000_000;
  private static final int QUEUE_EVENTS_MIN = 64;
  private static final int QUEUE_EVENTS_MAX = 1 << 20;

  private static final int CLOCK_OFFSET_MS_MAX = 86_400_000;

  private NodeConfigLoader() {}

  /**
   * What was read.
   *
   * @param warnings one line each, for the log
   * @param printed every key with its effective value and where it comes from, in the form of a
   *     configuration file; secrets are masked
   */
  public record Loaded(NodeConfig config, List<String> warnings, String printed) {}

  /**
   * Puts the sources together and checks every value.
   *
   * @param flags by {@link ConfigKey#key}, without dashes
   * @param environment all of it; only {@code TIMEKEEPER_*} is looked at
   * @param file the configuration file, or null if there is none
   * @throws ConfigException naming key, source and reason
   */
  public static Loaded load(
      Map<String, String> flags, Map<String, String> environment, @Nullable Path file)
      throws ConfigException {
    Settings settings = new Settings();
    List<String> warnings = new ArrayList<>();
    if (file != null) {
      ConfigFile.read(file, settings, warnings);
    }
    readEnvironment(environment, settings, warnings);
    for (Map.Entry<String, String> flag : flags.entrySet()) {
      ConfigKey key =
          ConfigKey.find(flag.getKey())
              .orElseThrow(() -> new ConfigException("unknown option --" + flag.getKey()));
      settings.put(key, flag.getValue(), new ConfigSource.Flag("--" + key.key()));
    }
    NodeConfig config = config(settings);
    return new Loaded(config, List.copyOf(warnings), ConfigPrinter.print(settings, config));
  }

  private static void readEnvironment(
      Map<String, String> environment, Settings settings, List<String> warnings) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(VARIABLE_PREFIX)) {
        ConfigKey.findVariable(name)
            .ifPresentOrElse(
                key -> settings.put(key, variable.getValue(), new ConfigSource.Variable(name)),
                () -> warnings.add("environment: unknown variable " + name + " is ignored"));
      }
    }
  }

  private static NodeConfig config(Settings settings) throws ConfigException {
    Network network = network(settings);
    NodeConfig.Files files = files(settings, network);
    return new NodeConfig(
        network,
        files,
        key(settings, network, files),
        settings.text(ConfigKey.NAME).orElse(null),
        p2p(settings, network),
        webSocket(settings, network),
        metricsPort(settings, network),
        store(settings),
        settings.number(ConfigKey.QUEUE_EVENTS, QUEUE_EVENTS_MIN, QUEUE_EVENTS_MAX),
        level(settings),
        clockOffset(settings, network),
        settings.truth(ConfigKey.STOP_WITH_STDIN));
  }

  /** Off the devnet a wrong clock harms its node: a setting for it would only do harm. */
  private static Duration clockOffset(Settings settings, Network network) throws ConfigException {
    int ms = settings.number(ConfigKey.CLOCK_OFFSET, -CLOCK_OFFSET_MS_MAX, CLOCK_OFFSET_MS_MAX);
    if (ms != 0 && network != Network.DEVNET) {
      throw settings.refused(ConfigKey.CLOCK_OFFSET, "is for a devnet only; elsewhere it is 0");
    }
    return Duration.ofMillis(ms);
  }

  private static Network network(Settings settings) throws ConfigException {
    try {
      return Network.parse(settings.get(ConfigKey.NETWORK).text());
    } catch (IllegalArgumentException e) {
      throw settings.refused(ConfigKey.NETWORK, "must be mainnet, testnet or devnet");
    }
  }

  private static NodeConfig.Files files(Settings settings, Network network) throws ConfigException {
    Path dataDir = settings.path(ConfigKey.DATA_DIR).orElseGet(() -> DataFolders.of(network));
    NodeConfig.Files standard = NodeConfig.Files.in(dataDir);
    return new NodeConfig.Files(
        dataDir,
        settings.path(ConfigKey.GENESIS).orElse(standard.genesis()),
        settings.path(ConfigKey.ADMIN_TOKEN_FILE).orElse(standard.adminToken()));
  }

  private static NodeConfig.KeySource key(
      Settings settings, Network network, NodeConfig.Files files) throws ConfigException {
    Optional<String> hex = settings.text(ConfigKey.KEY_HEX);
    if (hex.isEmpty()) {
      return new NodeConfig.KeySource.Encrypted(
          settings.path(ConfigKey.KEY_FILE).orElse(files.dataDir().resolve("node.key")),
          password(settings));
    }
    if (network != Network.DEVNET) {
      throw settings.refused(
          ConfigKey.KEY_HEX, "is for a devnet only; elsewhere use an encrypted key-file");
    }
    try {
      byte[] secret = Hex.decode("key-hex", hex.get(), SigningKey.SECRET_BYTES);
      return new NodeConfig.KeySource.Open(SigningKey.of(secret));
    } catch (IllegalArgumentException e) {
      throw settings.refused(ConfigKey.KEY_HEX, "must be 64 lower-case hex characters");
    }
  }

  private static NodeConfig.Password password(Settings settings) throws ConfigException {
    Optional<Path> file = settings.path(ConfigKey.KEY_PASSWORD_FILE);
    if (file.isPresent()) {
      return new NodeConfig.Password.InFile(file.get());
    }
    return settings
        .text(ConfigKey.KEY_PASSWORD)
        .<NodeConfig.Password>map(NodeConfig.Password.Given::new)
        .orElseGet(NodeConfig.Password.Missing::new);
  }

  private static NodeConfig.P2p p2p(Settings settings, Network network) throws ConfigException {
    List<String> seeds = list(settings, ConfigKey.P2P_SEEDS);
    for (String seed : seeds) {
      requireHostAndPort(settings, ConfigKey.P2P_SEEDS, seed);
    }
    Optional<String> advertise = settings.text(ConfigKey.P2P_ADVERTISE);
    if (advertise.isPresent()) {
      requireHostAndPort(settings, ConfigKey.P2P_ADVERTISE, advertise.get());
    }
    return new NodeConfig.P2p(
        settings.get(ConfigKey.P2P_BIND).text(),
        settings.port(ConfigKey.P2P_PORT, network.p2pPort()),
        advertise.orElse(null),
        seeds,
        LimitSettings.peers(settings));
  }

  private static void requireHostAndPort(Settings settings, ConfigKey key, String text)
      throws ConfigException {
    int colon = text.lastIndexOf(':');
    boolean port = text.substring(colon + 1).matches("[1-9][0-9]{0,4}");
    if (colon < 1 || !port || Integer.parseInt(text.substring(colon + 1)) > 65_535) {
      throw settings.refused(key, "must be host:port");
    }
  }

  private static NodeConfig.Store store(Settings settings) throws ConfigException {
    return new NodeConfig.Store(
        settings.number(ConfigKey.STORE_CACHE_MB, CACHE_MB_MIN, CACHE_MB_MAX),
        new SettleRules(
            settings.number(ConfigKey.SETTLE_BLOCKS, 1, BLOCKS_MAX),
            SettleRules.DEFAULT.transactions(),
            settings.number(ConfigKey.CHECKPOINT_BLOCKS, 1, BLOCKS_MAX)),
        settings.number(ConfigKey.PRUNE_BLOCKS, 0, Integer.MAX_VALUE));
  }

  private static NodeConfig.WebSocket webSocket(Settings settings, Network network)
      throws ConfigException {
    return new NodeConfig.WebSocket(
        settings.get(ConfigKey.WS_BIND).text(),
        settings.port(ConfigKey.WS_PORT, network.webSocketPort()),
        Set.copyOf(list(settings, ConfigKey.WS_ORIGINS)),
        LimitSettings.wallets(settings));
  }

  private static OptionalInt metricsPort(Settings settings, Network network)
      throws ConfigException {
    if (settings.get(ConfigKey.METRICS_PORT).text().equals("off")) {
      return OptionalInt.empty();
    }
    int p2p = settings.port(ConfigKey.P2P_PORT, network.p2pPort());
    // Any free port beside another free port: there is none that the other could be 3 below.
    boolean anyFree = p2p == 0 || p2p + METRICS_OFFSET > PORT_MAX;
    return OptionalInt.of(
        settings.port(ConfigKey.METRICS_PORT, anyFree ? 0 : p2p + METRICS_OFFSET));
  }

  private static List<String> list(Settings settings, ConfigKey key) {
    return settings.text(key).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }

  private static Level level(Settings settings) throws ConfigException {
    try {
      return Level.valueOf(settings.get(ConfigKey.LOG_LEVEL).text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw settings.refused(ConfigKey.LOG_LEVEL, "must be error, warn, info, debug or trace");
    }
  }
}
