package io.timecoin.node.runtime.config;

import java.util.ArrayList;
import java.util.List;

/** Writes the effective settings in the form of a configuration file. */
final class ConfigPrinter {
  private static final String MASK = "********";

  private ConfigPrinter() {}

  static String print(Settings settings, NodeConfig config) {
    List<String> lines = new ArrayList<>();
    for (ConfigKey key : ConfigKey.values()) {
      Settings.Setting setting = settings.get(key);
      String value = setting.text();
      if (value.isEmpty()) {
        value = derived(key, config);
      } else if (key.secret()) {
        value = MASK;
      }
      lines.add("# " + setting.source());
      lines.add((value.isEmpty() ? "# " : "") + key.key() + " = " + value);
    }
    return String.join("\n", lines) + "\n";
  }

  /** What was made of a setting that nobody gave. */
  private static String derived(ConfigKey key, NodeConfig config) {
    return switch (key) {
      case DATA_DIR -> config.files().dataDir().toString();
      case GENESIS -> config.files().genesis().toString();
      case ADMIN_TOKEN_FILE -> config.files().adminToken().toString();
      case P2P_PORT -> String.valueOf(config.p2p().port());
      case METRICS_PORT -> String.valueOf(config.metricsPort().orElse(0));
      case WS_PORT -> String.valueOf(config.webSocket().port());
      case KEY_FILE ->
          config.key() instanceof NodeConfig.KeySource.Encrypted encrypted
              ? encrypted.file().toString()
              : "";
      default -> "";
    };
  }
}
