package io.timecoin.app.wallet.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** The writing half of a disk; tests have one that dies at any byte. */
interface Disk {

  /** The real one. */
  Disk REAL = new Real();

  /** Writes a file of that name, for its owner alone, and makes its content durable. */
  void write(Path file, byte[] content) throws IOException;

  /** Renames at one stroke, in place of what has that name. */
  void rename(Path from, Path to) throws IOException;

  /** Makes the names in a folder durable. */
  void syncFolder(Path folder) throws IOException;

  /** Files of the system. */
  final class Real implements Disk {
    private static final boolean WINDOWS =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    @Override
    public void write(Path file, byte[] content) throws IOException {
      // What a crash left here may have any permissions: begin anew.
      Files.deleteIfExists(file);
      try (FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ownerOnly())) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    }

    /** On Windows a user's files are the user's by inheritance. */
    private static FileAttribute<?>[] ownerOnly() {
      return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Windows does so by itself and cannot open folders. */
    @Override
    public void syncFolder(Path folder) throws IOException {
      if (!WINDOWS) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }
}
