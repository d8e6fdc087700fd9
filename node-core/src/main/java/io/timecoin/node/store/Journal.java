package io.timecoin.node.store;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.JournalRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The durable memory of one node: records appended in batches, each durable before {@link #append}
 * returns, replayed in order at the next start. Holds the folder's lock while open. One thread at a
 * time.
 */
public final class Journal implements AutoCloseable {
  private static final long SEGMENT_BYTES = 32L << 20;

  /** Batches above this are split into frames, each durable before the next. */
  private static final int FRAME_BYTES = 4 << 20;

  private final Disk.Hold hold;
  private final SegmentedLog log;
  private final JournalCodec codec;

  private Journal(Disk.Hold hold, SegmentedLog log, JournalCodec codec) {
    this.hold = hold;
    this.log = log;
    this.codec = codec;
  }

  /**
   * Opens the journal of this network and key in the folder, or begins one. What a crash left
   * unfinished at the end is cut off, see {@link #tornTail}.
   *
   * @throws StoreException if the folder is in use, belongs to others, is damaged or not writable
   */
  public static Journal open(Path folder, Hash256 genesisHash, PublicKey nodeKey)
      throws StoreException {
    return open(Disk.REAL, folder, genesisHash, nodeKey, SEGMENT_BYTES);
  }

  /**
   * Opens the journal that is in the folder, whoever's it is: for tools.
   *
   * @throws StoreException if there is none, or as {@link #open} says
   */
  public static Journal openExisting(Path folder) throws StoreException {
    SegmentHeader header = SegmentedLog.header(Disk.REAL, folder);
    return open(folder, header.genesisHash(), header.nodeKey());
  }

  /**
   * As {@link #open(Path, Hash256, PublicKey)}, on a disk of one's own.
   *
   * @param segmentBytes past this length a file is followed by another
   */
  public static Journal open(
      Disk disk, Path folder, Hash256 genesisHash, PublicKey nodeKey, long segmentBytes)
      throws StoreException {
    Disk.Hold hold = disk.hold(folder);
    try {
      SegmentedLog log = SegmentedLog.open(disk, folder, genesisHash, nodeKey, segmentBytes);
      return new Journal(hold, log, new JournalCodec());
    } catch (StoreException e) {
      try {
        hold.close();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /** What was cut off at the end when it was opened, for the log. */
  public Optional<TornTail> tornTail() {
    return log.tornTail();
  }

  /** Drawn when this journal was begun: tells it from another one of the same key. */
  public UUID id() {
    return log.id();
  }

  /** The lowest file there is: 1 until the first cut is archived. */
  public long firstFile() throws StoreException {
    return log.first();
  }

  /**
   * Hands over every record in order; call it before the first append.
   *
   * @param fromFile 1, or the file that a cut began, whose settlement is archived
   * @throws StoreException if a record is damaged, naming file and offset
   */
  public void replay(long fromFile, Consumer<JournalRecord> consumer) throws StoreException {
    log.replay(
        fromFile,
        (file, offset, payload) -> {
          List<JournalRecord> records;
          try {
            records = codec.decode(payload);
          } catch (IllegalArgumentException e) {
            throw Segment.damaged(file, offset, "the record", e);
          }
          records.forEach(consumer);
        });
  }

  /**
   * Durable when it returns. When it throws, nothing of the batch is in the journal, and the same
   * batch may be tried again.
   */
  public void append(List<JournalRecord> batch) throws StoreException {
    if (!batch.isEmpty()) {
      log.append(frames(batch));
    }
  }

  /**
   * Begins a file with what is left to remember of all files before it, durable when this returns.
   * They stay until {@link #deleteBefore}; until then the journal can be replayed from either.
   *
   * @return the new file's number
   */
  public long cut(List<JournalRecord> live) throws StoreException {
    return log.cut(live.isEmpty() ? List.of() : frames(live));
  }

  /** Deletes the files before that one, whose settlement is archived. Any thread. */
  public void deleteBefore(long file) throws StoreException {
    log.deleteBefore(file);
  }

  private List<byte[]> frames(List<JournalRecord> batch) {
    List<byte[]> frames = new ArrayList<>();
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    for (JournalRecord record : batch) {
      byte[] json = codec.encode(record);
      if (frame.size() > 0 && frame.size() + json.length > FRAME_BYTES) {
        frames.add(ended(frame));
      }
      frame.write(frame.size() == 0 ? '[' : ',');
      frame.writeBytes(json);
    }
    frames.add(ended(frame));
    return frames;
  }

  private static byte[] ended(ByteArrayOutputStream frame) {
    frame.write(']');
    byte[] bytes = frame.toByteArray();
    frame.reset();
    return bytes;
  }

  /** Ends it and gives the folder free. */
  @Override
  public void close() throws StoreException {
    try (hold) {
      log.close();
    } catch (IOException e) {
      throw DiskFaults.of("cannot close the journal", e);
    }
  }
}
