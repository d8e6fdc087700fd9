package io.timecoin.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of the journal, read into memory: its header, its good frames, and where they end. */
record Segment(Path file, SegmentHeader header, byte[] content, int goodBytes) {
  /** Receives the frames' payloads in order. */
  @FunctionalInterface
  interface PayloadReader {
    void read(Path file, long offset, byte[] payload) throws StoreException;
  }

  private static final Pattern NAME = Pattern.compile("journal-(\\d{8})\\.log");

  static String nameOf(long number) {
    return "journal-%08d.log".formatted(number);
  }

  static Path fileOf(Path folder, long number) {
    return folder.resolve(nameOf(number));
  }

  /** The highest number in the folder, 0 if there is no segment. */
  static long lastIn(Disk disk, Path folder) throws StoreException {
    return numbersIn(disk, folder).stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Numbers of the segments in the folder, lowest first. */
  static List<Long> numbersIn(Disk disk, Path folder) throws StoreException {
    try {
      return disk.names(folder).stream()
          .map(NAME::matcher)
          .filter(Matcher::matches)
          .map(name -> Long.valueOf(name.group(1)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw DiskFaults.of("cannot read the folder " + folder, e);
    }
  }

  static Segment read(Disk disk, Path file) throws StoreException {
    byte[] content;
    try {
      content = disk.read(file);
    } catch (NoSuchFileException e) {
      throw damaged(file, 0, "the file is missing; its first record");
    } catch (IOException e) {
      throw DiskFaults.of("cannot read " + file, e);
    }
    SegmentHeader header =
        SegmentHeader.decode(content).orElseThrow(() -> damaged(file, 0, "its header"));
    if (header.version() < 1 || header.version() > SegmentHeader.VERSION) {
      throw new StoreException(
          StoreException.Fault.FOREIGN,
          file + " has format version " + header.version() + ", newer than this program's",
          "Use the program version that wrote it, or another data folder.",
          null);
    }
    return new Segment(file, header, content, endOfGoodFrames(content, header.bytes()));
  }

  private static int endOfGoodFrames(byte[] content, int headerBytes) {
    int at = headerBytes;
    int length = Frames.payloadLengthAt(content, at);
    while (length > 0) {
      at += Frames.PREFIX_BYTES + length;
      length = Frames.payloadLengthAt(content, at);
    }
    return at;
  }

  /** Bytes behind the last good frame. */
  int tailBytes() {
    return content.length - goodBytes;
  }

  /** Whether nothing whole stands behind the first bad frame: what a crash leaves. */
  boolean tailIsTorn() {
    return !Frames.anyFrom(content, Math.min(goodBytes + 1, content.length));
  }

  StoreException damagedAtTail() {
    return damaged(file, goodBytes, "the record");
  }

  void forEach(PayloadReader reader) throws StoreException {
    int at = header.bytes();
    while (at < goodBytes) {
      int length = ByteBuffer.wrap(content, at, Integer.BYTES).getInt();
      int start = at + Frames.PREFIX_BYTES;
      reader.read(file, at, Arrays.copyOfRange(content, start, start + length));
      at = start + length;
    }
  }

  static StoreException damaged(Path file, long offset, String what) {
    return damaged(file, offset, what, null);
  }

  static StoreException damaged(Path file, long offset, String what, @Nullable Throwable cause) {
    return new StoreException(
        StoreException.Fault.CORRUPT,
        "the journal is damaged: " + what + " at byte " + offset + " of " + file + " is not intact",
        "Restore the data folder from a copy taken after this node's last vote. Without one, begin"
            + " with an empty folder and a new masternode key: under this key the node could"
            + " contradict a vote it has forgotten.",
        cause);
  }
}
