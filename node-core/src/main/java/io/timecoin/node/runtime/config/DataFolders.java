package io.timecoin.node.runtime.config;

import io.timecoin.node.base.Network;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each system keeps the data of programs; every network has its own folder there. */
public final class DataFolders {
  private DataFolders() {}

  /** The folder of the network, as the environment of this process says. */
  public static Path of(Network network) {
    return of(
        network,
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  static Path of(Network network, String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    Path base;
    if (name.startsWith("windows")) {
      base = given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
    } else if (name.startsWith("mac")) {
      base = home.resolve("Library/Application Support");
    } else {
      base = given(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
    }
    return base.resolve("timekeeper").resolve(network.wireName());
  }

  private static Path given(@Nullable String folder, Path otherwise) {
    return folder == null || folder.isEmpty() ? otherwise : Path.of(folder);
  }
}
