package io.timecoin.node.runtime;

import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.ledger.Settlement;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.Checkpoints;
import io.timecoin.node.store.archive.Pruner;
import io.timecoin.node.store.archive.RocksArchive;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives settlements while the engine goes on: first the archive, then the journal files that it
 * makes unnecessary go. A crash at any moment leaves either the old archive with the whole journal
 * or the new one with the rest of it.
 */
final class Settler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
  private static final Duration LAST_SETTLEMENT = Duration.ofSeconds(30);

  private final Journal journal;
  private final RocksArchive archive;
  private final Pruner pruner;
  private final Checkpoints checkpoints;
  private final int checkpointBlocks;
  private final int pruneBlocks;
  private final Consumer<EngineEvent> engine;
  private final ExecutorService worker;

  Settler(
      String name,
      Journal journal,
      RocksArchive archive,
      Checkpoints checkpoints,
      NodeConfig.Store rules,
      Consumer<EngineEvent> engine) {
    this.journal = journal;
    this.archive = archive;
    this.pruner = new Pruner(archive);
    this.checkpoints = checkpoints;
    this.checkpointBlocks = rules.settle().checkpointBlocks();
    this.pruneBlocks = rules.pruneBlocks();
    this.engine = engine;
    this.worker =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("settler " + name).daemon().factory());
  }

  /**
   * Begins to archive. On the loop's thread, with everything before it in the journal.
   *
   * @throws StoreException if the journal cannot be cut; nothing is changed then
   */
  void settle(Cut cut) throws StoreException {
    long file = journal.cut(cut.live());
    worker.execute(() -> archive(cut.settlement(), file));
  }

  private void archive(Settlement settlement, long file) {
    try {
      archive.settle(settlement, file);
    } catch (StoreException e) {
      LOG.error("cannot archive block {}: {}. {}", settlement.height(), e.getMessage(), e.remedy());
      engine.accept(new EngineEvent.SettlingFailed());
      return;
    }
    engine.accept(new EngineEvent.Settled(settlement.height()));
    LOG.debug(
        "settled block {}: {} transactions, {} outputs",
        settlement.height(),
        settlement.transactions().size(),
        settlement.utxos().size());
    deleteBefore(file);
    checkpoint(settlement.height());
    prune(settlement.height() - pruneBlocks + 1);
  }

  private void checkpoint(long height) {
    try {
      if (height % checkpointBlocks == 0) {
        checkpoints.write(archive);
        LOG.debug("made the checkpoint of block {}", height);
      }
    } catch (StoreException e) {
      LOG.warn("{}. {}", e.getMessage(), e.remedy());
    }
  }

  private void prune(long height) {
    try {
      if (pruneBlocks > 0) {
        pruner.pruneBefore(height, worker::isShutdown);
      }
    } catch (StoreException e) {
      LOG.warn("cannot prune: {}. {}", e.getMessage(), e.remedy());
    }
  }

  private void deleteBefore(long file) {
    try {
      journal.deleteBefore(file);
    } catch (StoreException e) {
      LOG.warn("{}; it is tried again after the next settlement", e.getMessage());
    }
  }

  /** Finishes what is under way. The engine must not read the archive any more afterwards. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(LAST_SETTLEMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the last settlement is not finished; it is made anew at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
