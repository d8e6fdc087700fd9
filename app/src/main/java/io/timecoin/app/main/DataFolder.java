package io.timecoin.app.main;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each operating system wants a program's data. */
final class DataFolder {

  private static final String NAME = "Timekeeper";

  private DataFolder() {}

  /**
   * XDG data home, AppData, or Application Support.
   *
   * @param system as {@code os.name}
   * @param home as {@code user.home}
   */
  static Path of(String system, String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return absolute(environment.get("APPDATA"), Path.of(home, "AppData", "Roaming"))
          .resolve(NAME);
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", NAME);
    }
    return absolute(environment.get("XDG_DATA_HOME"), Path.of(home, ".local", "share"))
        .resolve("timekeeper");
  }

  /** The XDG specification: a relative path is ignored. */
  private static Path absolute(@Nullable String text, Path otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    Path path = Path.of(text);
    return path.isAbsolute() ? path : otherwise;
  }
}
