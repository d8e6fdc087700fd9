package io.timecoin.node.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a folder's files hold. */
public final class FolderSize {
  private FolderSize() {}

  /**
   * Bytes in all files below; those that vanish meanwhile, and a folder that is not there, are 0.
   */
  public static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(FolderSize::bytesOfFile).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long bytesOfFile(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // deleted since it was listed
    }
  }
}
