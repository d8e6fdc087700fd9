package io.timecoin.node.cli.store;

import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.RocksArchive;
import java.nio.file.Path;

/** A node's journal and archive, held against the node itself. */
record OpenStore(Genesis genesis, Path dataDir, Journal journal, RocksArchive archive)
    implements AutoCloseable {
  static OpenStore open(Path dataDir, Genesis genesis, long cacheBytes) throws StoreException {
    Journal journal = Journal.openExisting(dataDir.resolve("journal"));
    try {
      Path folder = dataDir.resolve("archive");
      return new OpenStore(
          genesis, dataDir, journal, RocksArchive.open(folder, genesis.hash(), cacheBytes));
    } catch (StoreException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  @Override
  public void close() throws StoreException {
    archive.close();
    journal.close();
  }
}
