package io.timecoin.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A disk in memory that tells what has been forced onto the medium from what would be lost with the
 * power: for simulations. One thread.
 */
public final class MemoryDisk implements Disk {
  /** What is about to happen, or has happened, to a file. */
  public enum Moment {
    /** A write begins. */
    WRITE,
    /** Half of a write is in the system's hands. */
    HALF_WRITTEN,
    /** All of it is; nothing of it is on the medium for sure. */
    WRITTEN,
    /** It is on the medium. */
    FORCED,
    /** A new file is there with its first content. */
    CREATED,
    /** A file is about to be deleted. */
    DELETE
  }

  /** May let any call fail, or end the machine's life by an unchecked exception. */
  public interface Faults {
    /** That moment has come. */
    void at(Moment moment) throws IOException;
  }

  private static final class Content {
    private byte[] bytes = new byte[0]; // as a running system sees it
    private byte[] forced = new byte[0]; // as the medium holds it
  }

  private final Map<Path, Content> files = new HashMap<>();
  private final Faults faults;

  /** Empty. */
  public MemoryDisk(Faults faults) {
    this.faults = faults;
  }

  /**
   * The power fails and comes back: of what was written but not forced, a beginning of any length
   * is left.
   *
   * @param kept draws from 0 (inclusive) to its argument (exclusive)
   */
  public void losePower(IntUnaryOperator kept) {
    for (Content file : files.values()) {
      int unforced = file.bytes.length - file.forced.length;
      if (unforced > 0) {
        int length = file.forced.length + kept.applyAsInt(unforced + 1);
        file.bytes = Arrays.copyOf(file.bytes, length);
      } else {
        file.bytes = file.forced; // a truncation that was not forced
      }
      file.forced = file.bytes;
    }
  }

  @Override
  public Hold hold(Path folder) {
    return () -> {}; // nobody else is here
  }

  @Override
  public List<String> names(Path folder) {
    return files.keySet().stream()
        .filter(file -> folder.equals(file.getParent()))
        .map(file -> String.valueOf(file.getFileName()))
        .sorted()
        .toList();
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return content(file).bytes.clone();
  }

  private Content content(Path file) throws NoSuchFileException {
    Content content = files.get(file);
    if (content == null) {
      throw new NoSuchFileException(file.toString());
    }
    return content;
  }

  @Override
  public void create(Path folder, String name, byte[] content) throws IOException {
    Content file = new Content();
    file.bytes = content.clone();
    file.forced = file.bytes;
    files.put(folder.resolve(name), file);
    faults.at(Moment.CREATED);
  }

  @Override
  public void delete(Path file) throws IOException {
    faults.at(Moment.DELETE);
    files.remove(file);
  }

  @Override
  public OpenFile open(Path file) throws IOException {
    return new MemoryFile(content(file));
  }

  private final class MemoryFile implements OpenFile {
    private final Content content;

    MemoryFile(Content content) {
      this.content = content;
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      faults.at(Moment.WRITE);
      int half = bytes.remaining() / 2;
      put(bytes.slice(bytes.position(), half), (int) position);
      faults.at(Moment.HALF_WRITTEN);
      put(bytes, (int) position);
      faults.at(Moment.WRITTEN);
    }

    private void put(ByteBuffer bytes, int position) {
      int end = position + bytes.remaining();
      byte[] next = Arrays.copyOf(content.bytes, Math.max(content.bytes.length, end));
      bytes.get(next, position, bytes.remaining());
      content.bytes = next;
    }

    @Override
    public void force() throws IOException {
      content.forced = content.bytes;
      faults.at(Moment.FORCED);
    }

    @Override
    public void truncate(long length) {
      content.bytes = Arrays.copyOf(content.bytes, (int) length);
    }

    @Override
    public void close() {}
  }
}
