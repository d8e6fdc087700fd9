package io.timecoin.node.store;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.store.SegmentHeader.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payloads in files of bounded size, appended and never changed. One thread at a time. After a
 * failed append the log stands where it stood before, or refuses until it does.
 */
final class SegmentedLog implements AutoCloseable {
  private final Disk disk;
  private final Path folder;
  private final long segmentBytes;
  private final @Nullable TornTail tornTail;
  private SegmentHeader header;
  private Disk.OpenFile file;
  private long position;
  private boolean dirty;

  private SegmentedLog(
      Disk disk, Path folder, long segmentBytes, SegmentHeader header, long position, long tail)
      throws StoreException {
    this.disk = disk;
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.header = header;
    this.position = position;
    this.file = openFile(disk, current());
    this.tornTail = tail == 0 ? null : new TornTail(current(), position, tail);
    this.dirty = tail > 0;
  }

  /**
   * Opens what is there, or begins.
   *
   * @param segmentBytes past this length the next append begins a new file
   */
  static SegmentedLog open(
      Disk disk, Path folder, Hash256 genesisHash, PublicKey nodeKey, long segmentBytes)
      throws StoreException {
    long last = Segment.lastIn(disk, folder);
    if (last == 0) {
      SegmentHeader first =
          new SegmentHeader(
              SegmentHeader.VERSION, genesisHash, nodeKey, UUID.randomUUID(), 1, 0, Kind.RECORDS);
      create(disk, folder, first);
      return new SegmentedLog(disk, folder, segmentBytes, first, first.bytes(), 0);
    }
    Segment segment = Segment.read(disk, Segment.fileOf(folder, last));
    requireOwn(segment, genesisHash, nodeKey);
    if (segment.tailBytes() > 0 && !segment.tailIsTorn()) {
      throw segment.damagedAtTail();
    }
    SegmentedLog log =
        new SegmentedLog(
            disk, folder, segmentBytes, segment.header(), segment.goodBytes(), segment.tailBytes());
    log.cleanUp();
    return log;
  }

  /** Of the journal in that folder. */
  static SegmentHeader header(Disk disk, Path folder) throws StoreException {
    long last = Segment.lastIn(disk, folder);
    if (last == 0) {
      throw new StoreException(
          StoreException.Fault.FOREIGN,
          "there is no journal in " + folder,
          "Name the data folder of a node (--data-dir).",
          null);
    }
    return Segment.read(disk, Segment.fileOf(folder, last)).header();
  }

  private static void requireOwn(Segment segment, Hash256 genesisHash, PublicKey nodeKey)
      throws StoreException {
    SegmentHeader header = segment.header();
    if (!header.genesisHash().equals(genesisHash)) {
      throw foreign(segment, "genesis file (hash " + header.genesisHash() + ")");
    }
    if (!header.nodeKey().equals(nodeKey)) {
      throw foreign(segment, "node key (" + header.nodeKey() + ")");
    }
  }

  private static StoreException foreign(Segment segment, String what) {
    return new StoreException(
        StoreException.Fault.FOREIGN,
        segment.file() + " was written with another " + what,
        "Use the data folder of this genesis file and key, or an empty one for a new key.",
        null);
  }

  private static void create(Disk disk, Path folder, SegmentHeader header) throws StoreException {
    String name = Segment.nameOf(header.number());
    try {
      disk.create(folder, name, header.encode());
    } catch (IOException e) {
      throw DiskFaults.of("cannot create " + folder.resolve(name), e);
    }
  }

  private static Disk.OpenFile openFile(Disk disk, Path path) throws StoreException {
    try {
      return disk.open(path);
    } catch (IOException e) {
      throw DiskFaults.of("cannot open " + path, e);
    }
  }

  private Path current() {
    return Segment.fileOf(folder, header.number());
  }

  /** What was cut off when it was opened. */
  Optional<TornTail> tornTail() {
    return Optional.ofNullable(tornTail);
  }

  /** Drawn when the log was begun. */
  UUID id() {
    return header.journal();
  }

  /** Number of the first segment in the folder. */
  long first() throws StoreException {
    return Segment.numbersIn(disk, folder).getFirst();
  }

  /**
   * Reads everything from that segment on; before the first append. Live segments behind it are
   * passed over: they repeat what is read already.
   *
   * @param first 1, or the number that a cut gave
   */
  void replay(long first, Segment.PayloadReader reader) throws StoreException {
    long previousBytes = first == 1 ? 0 : -1;
    for (long number = first; number <= header.number(); number++) {
      Segment segment = Segment.read(disk, Segment.fileOf(folder, number));
      if (segment.tailBytes() > 0) {
        throw segment.damagedAtTail();
      }
      SegmentHeader own = segment.header();
      if (own.number() != number
          || !own.journal().equals(header.journal())
          || previousBytes >= 0 && own.previousBytes() != previousBytes) {
        throw Segment.damaged(segment.file(), 0, "the link to the file before it");
      }
      if (number == first || own.kind() == Kind.RECORDS) {
        segment.forEach(reader);
      }
      previousBytes = segment.content().length;
    }
  }

  /** Durable when it returns: all payloads in order; none of them when it throws. */
  void append(List<byte[]> payloads) throws StoreException {
    cleanUp();
    if (position >= segmentBytes || header.kind() == Kind.LIVE) {
      beginNext(Kind.RECORDS);
    }
    write(payloads);
  }

  private void write(List<byte[]> payloads) throws StoreException {
    long end = position;
    dirty = true;
    try {
      for (byte[] payload : payloads) {
        file.write(Frames.encode(payload), end);
        file.force(); // before the next frame is begun, see Frames
        end += Frames.PREFIX_BYTES + payload.length;
      }
    } catch (IOException e) {
      StoreException failure = DiskFaults.of("cannot write " + current(), e);
      try {
        cleanUp();
      } catch (StoreException again) {
        failure.addSuppressed(again); // tried again before the next append
      }
      throw failure;
    }
    position = end;
    dirty = false;
  }

  /**
   * Begins a segment with what is left to remember of everything before. Durable when it returns;
   * when it throws, the log goes on as if it had not been asked.
   *
   * @return the new segment's number, from which {@link #replay} may begin
   */
  long cut(List<byte[]> live) throws StoreException {
    cleanUp();
    beginNext(Kind.LIVE);
    write(live);
    return header.number();
  }

  /** Deletes the segments before that one. Any thread. */
  void deleteBefore(long number) throws StoreException {
    for (long old : Segment.numbersIn(disk, folder)) {
      if (old < number) {
        Path file = Segment.fileOf(folder, old);
        try {
          disk.delete(file);
        } catch (IOException e) {
          throw DiskFaults.of("cannot delete " + file, e);
        }
      }
    }
  }

  private void cleanUp() throws StoreException {
    if (dirty) {
      try {
        file.truncate(position);
        file.force();
        dirty = false;
      } catch (IOException e) {
        throw DiskFaults.of("cannot write " + current(), e);
      }
    }
  }

  private void beginNext(Kind kind) throws StoreException {
    SegmentHeader next =
        new SegmentHeader(
            SegmentHeader.VERSION,
            header.genesisHash(),
            header.nodeKey(),
            header.journal(),
            header.number() + 1,
            position,
            kind);
    create(disk, folder, next);
    Disk.OpenFile nextFile = openFile(disk, Segment.fileOf(folder, next.number()));
    Disk.OpenFile finished = file;
    header = next;
    file = nextFile;
    position = next.bytes();
    try {
      finished.close();
    } catch (IOException e) {
      throw DiskFaults.of("cannot close a finished journal file in " + folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
