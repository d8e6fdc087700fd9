package io.timecoin.node.store.archive;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.ledger.Archive;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.ledger.Settlement;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.utxo.UtxoEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The archive on disk. Settlements are written by one thread, each durable as a whole; the engine
 * reads meanwhile on its own. Source: architecture.md, store; ADR 0020.
 */
public final class RocksArchive implements Archive, AutoCloseable {
  private static final byte[] FIRST = new byte[0];

  private final Database database;
  private final TransactionValues values = new TransactionValues();
  private volatile @Nullable Facts facts;

  private RocksArchive(Database database, @Nullable Facts facts) {
    this.database = database;
    this.facts = facts;
  }

  /**
   * Opens the archive of this network in the folder, or begins one.
   *
   * @param cacheBytes memory it may use besides what a read or write needs for its own time
   * @throws StoreException if it is in use, of another network or a newer program, or damaged
   */
  public static RocksArchive open(Path folder, Hash256 genesisHash, long cacheBytes)
      throws StoreException {
    Database database = Database.open(folder, cacheBytes);
    try {
      Schema.check(database, folder, genesisHash);
      byte[] known = database.get(Family.META, Schema.FACTS);
      return new RocksArchive(database, known == null ? null : Facts.decode(known));
    } catch (StoreException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Number of the journal file from which to replay on top of this, 1 before any settlement. */
  public long journalFile() {
    Facts known = facts;
    return known == null ? 1 : known.journalFile();
  }

  /**
   * Archives a settlement.
   *
   * @param journalFile from which the journal is to be replayed from now on
   * @throws StoreException if nothing of it is archived
   */
  public void settle(Settlement settlement, long journalFile) throws StoreException {
    Facts after;
    try (Database.Batch batch = database.batch()) {
      after = new SettlementWriter(batch, values, facts).write(settlement, journalFile);
      batch.write();
    }
    facts = after;
  }

  /** Rewrites the files in as little space as they need. */
  public void compact() throws StoreException {
    database.compact();
  }

  /** The parts of the store that keep the archive in order. */
  Database database() {
    return database;
  }

  TransactionValues values() {
    return values;
  }

  Optional<Facts> facts() {
    return Optional.ofNullable(facts);
  }

  void replaceFacts(Facts now) {
    facts = now;
  }

  @Override
  public Optional<Tip> tip() {
    return facts().map(Facts::tip);
  }

  @Override
  public Optional<UtxoEntry> utxo(OutPoint outPoint) {
    byte[] value = database.get(Family.UTXOS, Keys.of(outPoint));
    return value == null
        ? Optional.empty()
        : Optional.of(UtxoValue.decode(outPoint, value).entry());
  }

  @Override
  public List<OutPoint> outPointsOf(Address address) {
    List<OutPoint> found = new ArrayList<>();
    database.forEach(
        Family.OUTPOINTS,
        Keys.prefix(address),
        Keys.behind(address),
        (key, _) -> found.add(Keys.tailOutPoint(key)));
    return found;
  }

  @Override
  public long utxoCount() {
    return facts().map(Facts::utxos).orElse(0L);
  }

  @Override
  public void forEachUtxo(Consumer<UtxoEntry> consumer) {
    database.forEach(
        Family.UTXOS,
        FIRST,
        null,
        (key, value) -> {
          consumer.accept(UtxoValue.decode(Keys.outPoint(key), value).entry());
          return true;
        });
  }

  @Override
  public Optional<SettledTransaction> transaction(Txid txid) {
    byte[] value = database.get(Family.TRANSACTIONS, Keys.of(txid));
    return value == null ? Optional.empty() : Optional.of(values.decode(txid, value));
  }

  @Override
  public long transactionCount() {
    return facts().map(Facts::transactions).orElse(0L);
  }

  @Override
  public void forEachTransaction(Consumer<SettledTransaction> consumer) {
    database.forEach(
        Family.BLOCKS,
        FIRST,
        null,
        (key, value) -> {
          values.decodeBlock(Keys.height(key), value).block().transactions().stream()
              .flatMap(txid -> transaction(txid).stream())
              .forEach(consumer);
          return true;
        });
  }

  @Override
  public @Nullable Long includedAt(Txid txid) {
    return fate(txid, Fate.Kind.INCLUDED);
  }

  @Override
  public @Nullable Long releasedAt(Txid txid) {
    return fate(txid, Fate.Kind.RELEASED);
  }

  private @Nullable Long fate(Txid txid, Fate.Kind kind) {
    byte[] value = database.get(Family.FATES, Keys.of(txid));
    Fate fate = value == null ? null : Fate.decode(value);
    return fate == null || fate.kind() != kind ? null : fate.height();
  }

  @Override
  public List<Txid> history(Address address, @Nullable Txid before, int max) {
    byte[] from = Keys.behind(address);
    if (before != null) {
      Long height = includedAt(before);
      if (height == null) {
        return List.of();
      }
      from = Keys.of(address, height, before);
    }
    List<Txid> page = new ArrayList<>();
    database.forEachBackwards(
        Family.HISTORY,
        from,
        Keys.prefix(address),
        (key, _) -> {
          page.add(Keys.tailTxid(key));
          return page.size() < max;
        });
    return page;
  }

  @Override
  public Optional<DecidedBlock> block(long height) {
    byte[] value = database.get(Family.BLOCKS, Keys.of(height));
    return value == null ? Optional.empty() : Optional.of(values.decodeBlock(height, value));
  }

  @Override
  public @Nullable Long heightOf(Hash256 block) {
    byte[] value = database.get(Family.HEIGHTS, Keys.of(block));
    return value == null ? null : Keys.height(value);
  }

  @Override
  public long firstWholeHeight() {
    return facts().map(Facts::firstWholeHeight).orElse(1L);
  }

  @Override
  public Set<VoteStatement> votes(Txid txid) {
    Set<VoteStatement> votes = new LinkedHashSet<>();
    for (VotePhase phase : VotePhase.values()) {
      byte[] value = database.get(Family.VOTES, Keys.vote(txid, phase.code()));
      if (value != null) {
        Decision decision =
            value[0] == Decision.APPROVE.code() ? Decision.APPROVE : Decision.REJECT;
        votes.add(new VoteStatement(txid, phase, decision));
      }
    }
    return votes;
  }

  /** Nobody may read any more. */
  @Override
  public void close() {
    database.close();
  }
}
