package io.timecoin.node.runtime.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts that were given, each with its source, and how to read them as values. */
final class Settings {
  /** One text and where it stands. */
  record Setting(String text, ConfigSource source) {}

  private static final int PORT_MAX = 65_535;

  private final Map<ConfigKey, Setting> given = new EnumMap<>(ConfigKey.class);

  /** A later call wins. */
  void put(ConfigKey key, String text, ConfigSource source) {
    given.put(key, new Setting(text, source));
  }

  @Nullable Setting find(ConfigKey key) {
    return given.get(key);
  }

  Setting get(ConfigKey key) {
    Setting setting = given.get(key);
    return setting == null ? new Setting(key.standard(), new ConfigSource.Standard()) : setting;
  }

  Optional<String> text(ConfigKey key) {
    return Optional.of(get(key).text()).filter(text -> !text.isEmpty());
  }

  /** A path; what a file names is meant from that file's folder. */
  Optional<Path> path(ConfigKey key) throws ConfigException {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(text.get());
      return Optional.of(
          get(key).source() instanceof ConfigSource.InFile in
              ? in.file().toAbsolutePath().resolveSibling(path)
              : path);
    } catch (java.nio.file.InvalidPathException e) {
      throw refused(key, "is no path: " + e.getReason());
    }
  }

  int port(ConfigKey key, int standard) throws ConfigException {
    return text(key).isEmpty() ? standard : number(key, 0, PORT_MAX);
  }

  int number(ConfigKey key, int min, int max) throws ConfigException {
    try {
      int number = Integer.parseInt(get(key).text());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, like a number out of range
    }
    throw refused(key, "must be a number from " + min + " to " + max);
  }

  boolean truth(ConfigKey key) throws ConfigException {
    return switch (get(key).text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(key, "must be true or false");
    };
  }

  /** Says key, value unless secret, source and reason. */
  ConfigException refused(ConfigKey key, String reason) {
    Setting setting = get(key);
    String value = key.secret() ? "" : ", not \"" + setting.text() + "\"";
    return new ConfigException(key.key() + " " + reason + value + " (" + setting.source() + ")");
  }
}
