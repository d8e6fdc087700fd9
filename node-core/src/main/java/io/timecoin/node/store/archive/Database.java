package io.timecoin.node.store.archive;

import io.timecoin.node.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksObject;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.WriteOptions;

/**
 * RocksDB with the archive's tables, and the memory it may use: the cache holds blocks, indexes,
 * filters and write buffers together. Reads from any thread, writes from one. Native objects live
 * until {@link #close}.
 */
final class Database implements AutoCloseable {
  private static final int BLOOM_BITS = 10;
  private static final int OPEN_FILES_MAX = 256;
  private static final int KEY_BYTES_MAX = 256;
  private static final long LOG_BYTES = 4L << 20;

  private final List<RocksObject> natives = new ArrayList<>();
  private final Map<Family, ColumnFamilyHandle> handles = new EnumMap<>(Family.class);
  private final RocksDB rocks;
  private final WriteOptions durable;
  private final WriteOptions soon;

  private Database(Path folder, long cacheBytes, boolean create) throws RocksDBException {
    LRUCache cache = own(new LRUCache(cacheBytes));
    ColumnFamilyOptions tables = own(tableOptions(cache));
    DBOptions options =
        own(new DBOptions())
            .setCreateIfMissing(create)
            .setCreateMissingColumnFamilies(create)
            .setMaxOpenFiles(OPEN_FILES_MAX)
            .setAllowFAllocate(false) // a small disk is not to be filled with what may come
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setMaxLogFileSize(LOG_BYTES)
            .setKeepLogFileNum(2)
            .setWriteBufferManager(own(new WriteBufferManager(cacheBytes / 4, cache)));
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    for (Family family : Family.values()) {
      families.add(new ColumnFamilyDescriptor(family.bytes(), tables));
    }
    List<ColumnFamilyHandle> opened = new ArrayList<>();
    rocks = RocksDB.open(options, folder.toString(), families, opened);
    for (int i = 0; i < opened.size(); i++) {
      handles.put(Family.values()[i], opened.get(i));
    }
    durable = own(new WriteOptions()).setSync(true);
    soon = own(new WriteOptions());
  }

  private ColumnFamilyOptions tableOptions(LRUCache cache) {
    BlockBasedTableConfig format =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setCacheIndexAndFilterBlocks(true)
            .setPinL0FilterAndIndexBlocksInCache(true)
            .setFilterPolicy(own(new BloomFilter(BLOOM_BITS)));
    return new ColumnFamilyOptions()
        .setTableFormatConfig(format)
        .setCompressionType(CompressionType.LZ4_COMPRESSION)
        .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
        .setLevelCompactionDynamicLevelBytes(true);
  }

  private <T extends RocksObject> T own(T object) {
    natives.add(object);
    return object;
  }

  /** Opens it, or begins one. */
  static Database open(Path folder, long cacheBytes) throws StoreException {
    RocksDB.loadLibrary();
    try {
      Files.createDirectories(folder);
      return new Database(folder, cacheBytes, true);
    } catch (RocksDBException e) {
      throw ArchiveFaults.of("cannot open the archive " + folder, e);
    } catch (IOException e) {
      throw ArchiveFaults.of("cannot create the folder " + folder, e);
    }
  }

  private ColumnFamilyHandle handle(Family family) {
    return Objects.requireNonNull(handles.get(family));
  }

  byte @Nullable [] get(Family family, byte[] key) {
    try {
      return rocks.get(handle(family), key);
    } catch (RocksDBException e) {
      throw new ArchiveFailure("the archive cannot be read: " + e.getMessage(), e);
    }
  }

  /** Visits a key and its value; says whether to go on. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(byte[] key, byte[] value);
  }

  /** Visits the keys from one (included) to another (excluded, or null for the end), in order. */
  void forEach(Family family, byte[] from, byte @Nullable [] to, Visitor visitor) {
    try (Slice end = new Slice(to == null ? new byte[0] : to);
        ReadOptions options = new ReadOptions()) {
      if (to != null) {
        options.setIterateUpperBound(end);
      }
      try (RocksIterator at = rocks.newIterator(handle(family), options)) {
        at.seek(from);
        while (at.isValid() && visitor.visit(at.key(), at.value())) {
          at.next();
        }
        requireGood(at);
      }
    }
  }

  /** Visits the keys before one, last first, down to another (included). */
  void forEachBackwards(Family family, byte[] before, byte[] down, Visitor visitor) {
    try (Slice begin = new Slice(down);
        ReadOptions options = new ReadOptions().setIterateLowerBound(begin);
        RocksIterator at = rocks.newIterator(handle(family), options)) {
      at.seekForPrev(before);
      if (at.isValid() && Arrays.equals(at.key(), before)) {
        at.prev();
      }
      while (at.isValid() && visitor.visit(at.key(), at.value())) {
        at.prev();
      }
      requireGood(at);
    }
  }

  private static void requireGood(RocksIterator at) {
    try {
      at.status();
    } catch (RocksDBException e) {
      throw new ArchiveFailure("the archive cannot be read: " + e.getMessage(), e);
    }
  }

  /** What is to be written together. */
  final class Batch implements AutoCloseable {
    private final WriteBatch writes = new WriteBatch();

    void put(Family family, byte[] key, byte[] value) throws StoreException {
      try {
        writes.put(handle(family), key, value);
      } catch (RocksDBException e) {
        throw ArchiveFaults.of("cannot write the archive", e);
      }
    }

    void delete(Family family, byte[] key) throws StoreException {
      try {
        writes.delete(handle(family), key);
      } catch (RocksDBException e) {
        throw ArchiveFaults.of("cannot write the archive", e);
      }
    }

    long bytes() {
      return writes.getDataSize();
    }

    /** All of it is durable when this returns; none of it is there when it throws. */
    void write() throws StoreException {
      try {
        rocks.write(durable, writes);
      } catch (RocksDBException e) {
        throw ArchiveFaults.of("cannot write the archive", e);
      }
    }

    /** All of it is there when this returns, and durable once something durable follows it. */
    void writeSoon() throws StoreException {
      try {
        rocks.write(soon, writes);
      } catch (RocksDBException e) {
        throw ArchiveFaults.of("cannot write the archive", e);
      }
    }

    @Override
    public void close() {
      writes.close();
    }
  }

  Batch batch() {
    return new Batch();
  }

  /** Drops all that is known but version and network, the mark of an installation last. */
  void wipe() throws StoreException {
    byte[] end = new byte[KEY_BYTES_MAX];
    Arrays.fill(end, (byte) 0xff);
    try {
      for (Family family : Family.values()) {
        if (family != Family.META) {
          rocks.deleteRange(handle(family), new byte[0], end);
        }
      }
    } catch (RocksDBException e) {
      throw ArchiveFaults.of("cannot empty the archive", e);
    }
    try (Batch batch = batch()) {
      batch.delete(Family.META, Schema.FACTS);
      batch.delete(Family.META, Schema.INSTALLING);
      batch.write();
    }
  }

  /** Rewrites every table without what is deleted. */
  void compact() throws StoreException {
    try {
      for (ColumnFamilyHandle handle : handles.values()) {
        rocks.compactRange(handle);
      }
    } catch (RocksDBException e) {
      throw ArchiveFaults.of("cannot compact the archive", e);
    }
  }

  /** Reads every block of every file against its checksum. */
  void verifyChecksums() throws StoreException {
    try {
      rocks.verifyChecksum();
    } catch (RocksDBException e) {
      throw ArchiveFaults.damaged("the archive is damaged", e);
    }
  }

  @Override
  public void close() {
    handles.values().forEach(ColumnFamilyHandle::close);
    try {
      rocks.closeE();
    } catch (RocksDBException e) {
      throw new ArchiveFailure("the archive did not close: " + e.getMessage(), e);
    } finally {
      natives.reversed().forEach(RocksObject::close);
    }
  }
}
