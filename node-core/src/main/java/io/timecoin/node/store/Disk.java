package io.timecoin.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The few things a journal asks of the system; an interface so that each can be made to fail, and a
 * machine to lose its power in the middle of it.
 */
public interface Disk {
  /** The system's own. */
  Disk REAL = new Real();

  /** A folder held against other nodes. */
  interface Hold extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /** A file open for writing. */
  interface OpenFile extends AutoCloseable {
    /** Writes all of it at that position. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /** Returns when content and length are on the medium. */
    void force() throws IOException;

    /** Cuts off what is behind that length. */
    void truncate(long length) throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * Creates the folder, if need be, and keeps others out of it.
   *
   * @throws StoreException if it cannot be had, or another node has it
   */
  Hold hold(Path folder) throws StoreException;

  /** Names of what is in a folder, in no order. */
  List<String> names(Path folder) throws IOException;

  /** All of a file. */
  byte[] read(Path file) throws IOException;

  /** Creates a file with that content, whole or not at all, durable with its name. */
  void create(Path folder, String name, byte[] content) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(Path file) throws IOException;

  /** Opens an existing file. */
  OpenFile open(Path file) throws IOException;

  /** {@link FileChannel}s. */
  final class Real implements Disk {
    private static final boolean WINDOWS =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    @Override
    public Hold hold(Path folder) throws StoreException {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw DiskFaults.of("cannot create the folder " + folder, e);
      }
      return FolderLock.take(folder);
    }

    @Override
    public List<String> names(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files.map(file -> String.valueOf(file.getFileName())).toList();
      }
    }

    @Override
    public byte[] read(Path file) throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public void create(Path folder, String name, byte[] content) throws IOException {
      Path unnamed = folder.resolve(name + ".new");
      try (FileChannel channel =
          FileChannel.open(
              unnamed,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeAll(channel, ByteBuffer.wrap(content), 0);
        channel.force(true);
      }
      Files.move(unnamed, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder);
    }

    /** Makes the names in a folder durable; Windows does so by itself and cannot open folders. */
    private static void forceFolder(Path folder) throws IOException {
      if (!WINDOWS) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }

    @Override
    public void delete(Path file) throws IOException {
      Files.deleteIfExists(file);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
      return new RealFile(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long position)
        throws IOException {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    }

    private record RealFile(FileChannel channel) implements OpenFile {
      @Override
      public void write(ByteBuffer bytes, long position) throws IOException {
        writeAll(channel, bytes, position);
      }

      @Override
      public void force() throws IOException {
        channel.force(false); // the length is written all the same; only times are left out
      }

      @Override
      public void truncate(long length) throws IOException {
        channel.truncate(length);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    }
  }
}
