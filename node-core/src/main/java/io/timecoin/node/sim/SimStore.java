package io.timecoin.node.sim;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.ledger.MemoryArchive;
import io.timecoin.node.sim.Fault.Point;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.MemoryDisk;
import io.timecoin.node.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a node keeps: the real journal on a disk that can lose what was not forced, and an archive
 * that takes a settlement whole or not at all.
 */
final class SimStore {
  private static final Path FOLDER = Path.of("journal");

  /** Small, so that the journal goes on in further files often. */
  private static final long SEGMENT_BYTES = 24 << 10;

  private final Hash256 genesisHash;
  private final PublicKey key;
  private final Mains mains;
  private final MemoryArchive archive = new MemoryArchive();
  private final MemoryDisk disk = new MemoryDisk(this::at);
  private @Nullable Journal journal;

  /** From which the archive says that the journal is to be read; changes with it. */
  private long fromFile = 1;

  private boolean full;

  SimStore(Hash256 genesisHash, PublicKey key, Mains mains) {
    this.genesisHash = genesisHash;
    this.key = key;
    this.mains = mains;
  }

  private void at(MemoryDisk.Moment moment) throws IOException {
    if (full && moment == MemoryDisk.Moment.HALF_WRITTEN) {
      throw new IOException("No space left on device");
    }
    mains.passes(
        switch (moment) {
          case WRITE -> Point.BEFORE_WRITE;
          case HALF_WRITTEN -> Point.HALF_WRITTEN;
          case WRITTEN -> Point.WRITTEN;
          case FORCED -> Point.FORCED;
          case CREATED -> Point.FILE_CREATED;
          case DELETE -> Point.BEFORE_DELETE;
        });
  }

  MemoryArchive archive() {
    return archive;
  }

  void full(boolean isFull) {
    full = isFull;
  }

  /** Opens the journal and hands over what it holds. */
  void open(Consumer<JournalRecord> records) throws StoreException {
    Journal opened = Journal.open(disk, FOLDER, genesisHash, key, SEGMENT_BYTES);
    journal = opened;
    opened.replay(fromFile, records);
    opened.deleteBefore(fromFile);
  }

  private Journal journal() {
    if (journal == null) {
      throw new IllegalStateException("not open");
    }
    return journal;
  }

  void append(List<JournalRecord> batch) throws StoreException {
    journal().append(batch);
  }

  /** The file that begins with the cut. */
  long cut(Cut cut) throws StoreException {
    return journal().cut(cut.live());
  }

  /** The archive has the settlement, and the journal's files before that one go. */
  void archive(Cut cut, long file) throws StoreException {
    mains.passes(Point.BEFORE_ARCHIVE);
    archive.settle(cut.settlement());
    fromFile = file;
    mains.passes(Point.ARCHIVED);
    journal().deleteBefore(file);
  }

  void losePower(Random random) {
    disk.losePower(random::nextInt);
    journal = null;
  }
}
