package io.timecoin.node.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of {@code key = value}; {@code #} begins a comment line. */
final class ConfigFile {
  private ConfigFile() {}

  /** Puts what the file says; unknown keys only warn, so that older programs read newer files. */
  static void read(Path file, Settings settings, List<String> warnings) throws ConfigException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new ConfigException(
          "cannot read the configuration file " + file + ": " + e.getMessage());
    }
    Map<ConfigKey, Integer> seen = new EnumMap<>(ConfigKey.class);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(new ConfigSource.InFile(file, i + 1), line, seen, settings, warnings);
      }
    }
  }

  private static void read(
      ConfigSource.InFile source,
      String line,
      Map<ConfigKey, Integer> seen,
      Settings settings,
      List<String> warnings)
      throws ConfigException {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new ConfigException(source + ": expected \"key = value\" or a # comment");
    }
    String name = line.substring(0, equals).strip();
    Optional<ConfigKey> key = ConfigKey.find(name);
    if (key.isEmpty()) {
      warnings.add(source + ": unknown key \"" + name + "\" is ignored");
      return;
    }
    Integer before = seen.put(key.get(), source.line());
    if (before != null) {
      throw new ConfigException(source + ": " + name + " already stands in line " + before);
    }
    settings.put(key.get(), line.substring(equals + 1).strip(), source);
  }
}
