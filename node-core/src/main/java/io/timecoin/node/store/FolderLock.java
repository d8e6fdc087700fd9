package io.timecoin.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder to one node. The system ends the lock with the process, however it dies. The file
 * says which process holds it; the locked byte lies far behind, because some systems do not let
 * others read a locked region.
 */
final class FolderLock implements Disk.Hold {
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
  private static final int PID_BYTES_MAX = 32;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws StoreException {
    Path file = folder.resolve("lock");
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        String holder = holder(channel);
        channel.close();
        throw locked(folder, holder);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ascii(Long.toString(ProcessHandle.current().pid()))), 0);
      return new FolderLock(channel);
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw DiskFaults.of("cannot lock " + file, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // held by another node of this process
    }
  }

  private static StoreException locked(Path folder, String holder) {
    return new StoreException(
        StoreException.Fault.LOCKED,
        "the data folder " + folder + " is in use by another node" + holder,
        "Stop that node, or give this one a folder of its own (data-dir).",
        null);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(PID_BYTES_MAX);
    int read = channel.read(pid, 0);
    return read <= 0
        ? ""
        : " (process " + new String(pid.array(), 0, read, StandardCharsets.US_ASCII) + ")";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void closeQuietly(@Nullable FileChannel channel, IOException reason) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
