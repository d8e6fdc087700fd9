package io.timecoin.node.store.archive;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.StoreException.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Which form the archive has and which network it is of. An older form is brought up step by step,
 * each step durable before the next; a newer one is refused.
 */
final class Schema {
  /** A step from one version to the next. */
  @FunctionalInterface
  interface Step {
    /** Changes the tables; may be run again after a crash. */
    void run(Database database) throws StoreException;
  }

  /** Step i leads from version i + 1 to version i + 2. Empty: version 1 is the first. */
  private static final List<Step> STEPS = List.of();

  static final byte[] FACTS = name("facts");

  /** There while a checkpoint is being installed. */
  static final byte[] INSTALLING = name("installing");

  private static final byte[] VERSION = name("schema");
  private static final byte[] GENESIS = name("genesis");

  private Schema() {}

  private static byte[] name(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static void check(Database database, Path folder, Hash256 genesisHash) throws StoreException {
    check(database, folder, genesisHash, STEPS);
  }

  static void check(Database database, Path folder, Hash256 genesisHash, List<Step> steps)
      throws StoreException {
    int current = steps.size() + 1;
    if (database.get(Family.META, INSTALLING) != null) {
      database.wipe();
    }
    byte[] known = database.get(Family.META, VERSION);
    if (known == null) {
      begin(database, genesisHash, current);
      return;
    }
    byte[] genesis = database.get(Family.META, GENESIS);
    if (genesis == null || !Arrays.equals(genesis, genesisHash.toBytes())) {
      throw new StoreException(
          Fault.FOREIGN,
          "the archive " + folder + " is of another network",
          "Use the data folder of this genesis file, or an empty one.",
          null);
    }
    int version = ByteBuffer.wrap(known).getInt();
    if (version > current) {
      throw new StoreException(
          Fault.FOREIGN,
          "the archive " + folder + " has version " + version + ", this program knows " + current,
          "Use the program version that wrote it.",
          null);
    }
    for (int from = version; from < current; from++) {
      steps.get(from - 1).run(database);
      put(database, from + 1);
    }
  }

  private static void begin(Database database, Hash256 genesisHash, int version)
      throws StoreException {
    try (Database.Batch batch = database.batch()) {
      batch.put(Family.META, GENESIS, genesisHash.toBytes());
      batch.put(Family.META, VERSION, bytes(version));
      batch.write();
    }
  }

  private static void put(Database database, int version) throws StoreException {
    try (Database.Batch batch = database.batch()) {
      batch.put(Family.META, VERSION, bytes(version));
      batch.write();
    }
  }

  private static byte[] bytes(int version) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(version).array();
  }
}
