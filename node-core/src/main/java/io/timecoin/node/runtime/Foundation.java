package io.timecoin.node.runtime;

import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.runtime.config.NodeConfig;
import io.timecoin.node.runtime.intake.AdminToken;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.RocksArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node has before it opens a socket: its identity, its journal, and an engine with its past.
 */
record Foundation(
    NodeIdentity identity,
    Journal journal,
    RocksArchive archive,
    EngineConfig engine,
    Turn turn,
    AdminToken token) {
  private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);

  /** Opens and replays the journal. */
  static Foundation lay(NodeConfig config, NodeIdentity identity) throws NodeStartException {
    SecureRandom random = new SecureRandom();
    Path folder = config.files().dataDir().resolve("journal");
    try {
      Journal journal = Journal.open(folder, identity.genesisHash(), identity.key().publicKey());
      try {
        JournalWitness.check(journal, witness(config));
        return lay(config, identity, journal, random);
      } catch (NodeStartException | StoreException | IOException | RuntimeException e) {
        journal.close();
        throw e;
      }
    } catch (StoreException e) {
      throw new NodeStartException(String.valueOf(e.getMessage()), e.remedy(), e);
    } catch (IOException e) {
      throw new NodeStartException(
          "cannot read or write the admin token: " + e.getMessage(),
          "Check the folder's permissions, or name another file (admin-token-file).",
          e);
    }
  }

  private static Foundation lay(
      NodeConfig config, NodeIdentity identity, Journal journal, SecureRandom random)
      throws StoreException, IOException {
    RocksArchive archive =
        RocksArchive.open(
            config.files().dataDir().resolve("archive"),
            identity.genesisHash(),
            config.store().cacheBytes());
    try {
      EngineConfig engine =
          new EngineConfig(
              identity.genesis(),
              identity.key().publicKey(),
              identity.name(),
              NodeVersion.CURRENT,
              random.nextLong(),
              archive,
              config.store().settle());
      return new Foundation(
          identity,
          journal,
          archive,
          engine,
          restored(engine, identity, journal, archive.journalFile()),
          AdminToken.readOrCreate(config.files().adminToken(), random));
    } catch (StoreException | IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** An engine on the archive as it is now, with these records of the past and no others. */
  Turn begin(List<JournalRecord> records) {
    MasternodeEngine fresh = new MasternodeEngine(engine);
    records.forEach(fresh::restore);
    return new Turn(fresh, identity.key(), identity.genesisHash());
  }

  private static Path witness(NodeConfig config) {
    return switch (config.key()) {
      case NodeConfig.KeySource.Encrypted(Path file, NodeConfig.Password _) ->
          file.resolveSibling(file.getFileName() + ".journal");
      case NodeConfig.KeySource.Open _ -> config.files().dataDir().resolve("key.journal");
    };
  }

  private static Turn restored(
      EngineConfig config, NodeIdentity identity, Journal journal, long fromFile)
      throws StoreException {
    MasternodeEngine engine = new MasternodeEngine(config);
    journal
        .tornTail()
        .ifPresent(
            tail ->
                LOG.warn(
                    "the last write did not finish: {} bytes cut at byte {} of {}; nobody was told"
                        + " of them",
                    tail.bytes(),
                    tail.offset(),
                    tail.file()));
    AtomicLong records = new AtomicLong();
    journal.replay(
        fromFile,
        record -> {
          engine.restore(record);
          records.incrementAndGet();
        });
    LOG.info(
        "{} records of the journal taken back on top of block {}",
        records.get(),
        config.archive().tip().map(Tip::height).orElse(0L));
    journal.deleteBefore(fromFile); // what a crash may have kept from being deleted
    return new Turn(engine, identity.key(), identity.genesisHash());
  }
}
