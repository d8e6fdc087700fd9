package io.timecoin.app.wallet.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps two instances, of this process or another, from one wallet. The lock is on a file beside
 * the wallet, since every save puts another file in the wallet's place; it ends with the process.
 */
final class FileLocks {

  private static final String ENDING = ".lock";

  /**
   * What this process holds. A second channel must not even be opened: closing it would end the
   * lock of the first, as POSIX has it.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private FileLocks() {}

  /** A lock that is held. */
  static final class Held implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private Held(Path path, FileChannel channel) {
      this.path = path;
      this.channel = channel;
    }

    /** Lets others in. */
    @Override
    public void close() {
      synchronized (HELD) {
        if (HELD.remove(path)) {
          closeQuietly(channel);
        }
      }
    }
  }

  /**
   * The lock of a wallet; empty if somebody has it.
   *
   * @throws IOException if there is no such folder, or it cannot be written
   */
  static Optional<Held> take(Path wallet) throws IOException {
    Path folder = wallet.toAbsolutePath().getParent();
    Path beside = Beside.of(wallet, ENDING);
    Path path = folder == null ? beside : folder.toRealPath().resolve(beside.getFileName());
    synchronized (HELD) {
      if (HELD.contains(path)) {
        return Optional.empty();
      }
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } finally {
        if (lock == null) {
          closeQuietly(channel);
        }
      }
      if (lock == null) {
        return Optional.empty();
      }
      HELD.add(path);
      return Optional.of(new Held(path, channel));
    }
  }

  /** Clears the file of a lock away, once the wallet is gone: nobody can open it any more. */
  static void forget(Path wallet) throws IOException {
    Files.deleteIfExists(Beside.of(wallet, ENDING));
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // The lock is the system's: it ends with the process at the latest.
    }
  }
}
