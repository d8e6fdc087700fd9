package io.timecoin.app.wallet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files beside a wallet file, and how one takes the place of another. */
final class Beside {

  private static final String NEW = ".new";
  private static final String BACKUP = ".bak";
  private static final String DAMAGED = ".damaged";

  private Beside() {}

  /** The same path with something at its end. */
  static Path of(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** The version before the last save. */
  static Path backup(Path file) {
    return of(file, BACKUP);
  }

  /**
   * All bytes, but not more than a wallet can have.
   *
   * @throws IOException also if it is too long
   */
  static byte[] read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(FileLayout.FILE_BYTES_MAX + 1);
      if (bytes.length > FileLayout.FILE_BYTES_MAX) {
        throw new IOException("it is too long for a wallet file");
      }
      return bytes;
    }
  }

  /**
   * Puts a new version in the place of a file; the old one becomes the backup. Whenever this is cut
   * short, the file is wholly the old or wholly the new one.
   */
  static void replace(Disk disk, Path file, byte[] next) throws IOException {
    Path fresh = of(file, NEW);
    disk.write(fresh, next);
    if (Files.exists(file)) {
      keep(disk, file);
    }
    disk.rename(fresh, file);
    syncFolderOf(disk, file);
  }

  /** A file damaged meanwhile must not take the place of a good backup. */
  private static void keep(Disk disk, Path file) throws IOException {
    byte[] old = read(file);
    if (FileLayout.parse(old) instanceof FileLayout.Whole) {
      copy(disk, old, backup(file));
    }
  }

  /** Gives a file that content at one stroke. */
  static void copy(Disk disk, byte[] content, Path file) throws IOException {
    Path fresh = of(file, NEW);
    disk.write(fresh, content);
    disk.rename(fresh, file);
    syncFolderOf(disk, file);
  }

  private static void syncFolderOf(Disk disk, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      disk.syncFolder(folder);
    }
  }

  /** Puts a file out of the way under a name that is free; nothing is lost. */
  static Path setAside(Path file) throws IOException {
    Path aside = of(file, DAMAGED);
    for (int number = 2; Files.exists(aside); number++) {
      aside = of(file, DAMAGED + "-" + number);
    }
    return Files.move(file, aside);
  }
}
