package io.timecoin.node.store.archive;

import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.StoreException.Fault;
import java.io.IOException;
import java.util.Locale;
import org.rocksdb.RocksDBException;

/** Turns what the database says into a cause and a remedy. */
final class ArchiveFaults {
  private ArchiveFaults() {}

  static StoreException of(String what, IOException e) {
    return StoreException.ofDisk(what, e);
  }

  static StoreException of(String what, RocksDBException e) {
    String reason = String.valueOf(e.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("lock")) {
      return new StoreException(
          Fault.LOCKED, what + ": " + reason, "Stop the node that uses this data folder.", e);
    }
    if (lower.contains("corrupt") || lower.contains("checksum")) {
      return damaged(what, e);
    }
    return StoreException.ofDisk(what, new IOException(reason, e));
  }

  static StoreException damaged(String what, RocksDBException e) {
    return new StoreException(
        Fault.CORRUPT,
        what + ": " + e.getMessage(),
        "Restore the data folder from a copy taken after this node's last vote, or keep its journal"
            + " folder, delete the archive folder and let it fetch everything anew (store import).",
        e);
  }
}
