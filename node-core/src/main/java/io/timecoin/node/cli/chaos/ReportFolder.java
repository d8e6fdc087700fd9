package io.timecoin.node.cli.chaos;

import io.timecoin.node.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run writes what it found, and has its network while it runs. Never one in which something
 * is already.
 *
 * @param path of the folder
 */
record ReportFolder(Path path) {
  private static final String STANDARD = "chaos-report";
  private static final int STANDARD_MAX = 1_000;

  /**
   * The folder asked for, or the first free one of {@code chaos-report}, {@code chaos-report-2}, …
   * here.
   *
   * @throws CommandFailedException if something is in it
   */
  static ReportFolder create(@Nullable Path asked) throws CommandFailedException {
    Path path = asked == null ? firstFree() : asked;
    try {
      if (!isFree(path)) {
        throw new CommandFailedException(
            path + " is there and not empty: name another folder with --report");
      }
      return new ReportFolder(Files.createDirectories(path));
    } catch (IOException e) {
      throw new CommandFailedException("cannot make the folder " + path + ": " + e, e);
    }
  }

  private static Path firstFree() throws CommandFailedException {
    for (int i = 1; i <= STANDARD_MAX; i++) {
      Path path = Path.of(i == 1 ? STANDARD : STANDARD + "-" + i);
      if (Files.notExists(path)) {
        return path;
      }
    }
    throw new CommandFailedException("there are too many reports here: name a folder (--report)");
  }

  private static boolean isFree(Path path) throws IOException {
    if (Files.notExists(path)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  /** Keys, journals and logs of the nodes. */
  Path network() {
    return path.resolve("network");
  }

  /** The network is of no use any more. */
  void removeNetwork() {
    try (Stream<Path> files = Files.walk(network())) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      // it was never made
    }
  }
}
