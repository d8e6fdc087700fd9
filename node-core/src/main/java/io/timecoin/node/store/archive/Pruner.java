package io.timecoin.node.store.archive;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.ledger.SettledUtxo;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.utxo.UtxoState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Lets go of the past: of outputs that blocks before a height spent, and of transactions with their
 * proofs once all their outputs are gone. What is unspent keeps the transaction that made it, so
 * every balance stays provable; blocks with their certificates and the height of everything that
 * was in them stay, so what is pruned is known as pruned. Block by block, each durable before the
 * next: it can be stopped and goes on later.
 */
public final class Pruner {
  private final RocksArchive archive;
  private final Database database;

  /** Of that archive; on the thread that settles. */
  public Pruner(RocksArchive archive) {
    this.archive = archive;
    this.database = archive.database();
  }

  /** What a run let go of. */
  public record Result(long blocks, long outputs, long transactions) {}

  /**
   * Prunes the blocks before that height.
   *
   * @param stop asked between two blocks
   */
  public Result pruneBefore(long height, BooleanSupplier stop) throws StoreException {
    Optional<Facts> facts = archive.facts();
    long first = facts.map(Facts::firstWholeHeight).orElse(Long.MAX_VALUE);
    long end = Math.min(height, facts.map(f -> f.tip().height()).orElse(0L));
    long outputs = 0;
    long transactions = 0;
    long at = first;
    while (at < end && !stop.getAsBoolean()) {
      Set<Txid> parents = new LinkedHashSet<>();
      outputs += dropSpentBy(at, parents);
      transactions += dropWithoutOutputs(parents);
      at++;
    }
    return new Result(at - Math.min(first, at), outputs, transactions);
  }

  private long dropSpentBy(long height, Set<Txid> parents) throws StoreException {
    Optional<DecidedBlock> decided = archive.block(height);
    long dropped = 0;
    try (Database.Batch batch = database.batch()) {
      for (Txid txid : decided.map(d -> d.block().transactions()).orElse(List.of())) {
        for (OutPoint spent :
            archive.transaction(txid).map(s -> s.transaction().spends()).orElse(List.of())) {
          dropped += dropSpent(batch, spent) ? 1 : 0;
          parents.add(spent.txid());
        }
      }
      Facts facts = archive.facts().orElseThrow();
      Facts after = facts.withWholeFrom(height + 1).withUtxos(facts.utxos() - dropped);
      batch.put(Family.META, Schema.FACTS, after.encode());
      batch.write();
      archive.replaceFacts(after);
    }
    return dropped;
  }

  private boolean dropSpent(Database.Batch batch, OutPoint outPoint) throws StoreException {
    byte[] key = Keys.of(outPoint);
    byte[] value = database.get(Family.UTXOS, key);
    if (value == null) {
      return false;
    }
    SettledUtxo utxo = UtxoValue.decode(outPoint, value);
    if (!(utxo.entry().state() instanceof UtxoState.Confirmed)) {
      throw new IllegalStateException(outPoint + " was spent by a block and is not: run verify");
    }
    batch.delete(Family.UTXOS, key);
    batch.delete(
        Family.OUTPOINTS, Keys.of(utxo.entry().output().address(), utxo.createdHeight(), outPoint));
    return true;
  }

  private long dropWithoutOutputs(Set<Txid> parents) throws StoreException {
    long dropped = 0;
    try (Database.Batch batch = database.batch()) {
      for (Txid parent : parents) {
        Optional<SettledTransaction> settled =
            hasOutputs(parent) ? Optional.empty() : archive.transaction(parent);
        if (settled.isPresent()) {
          drop(batch, settled.get());
          dropped++;
        }
      }
      batch.write();
    }
    return dropped;
  }

  private boolean hasOutputs(Txid txid) {
    byte[] first = Keys.of(new OutPoint(txid, 0));
    byte[] behind = Keys.of(new OutPoint(txid, -1)); // vout is unsigned: the largest there is
    boolean[] found = new boolean[1];
    database.forEach(
        Family.UTXOS,
        first,
        behind,
        (_, _) -> {
          found[0] = true;
          return false;
        });
    return found[0];
  }

  private static void drop(Database.Batch batch, SettledTransaction settled) throws StoreException {
    Txid txid = settled.txid();
    batch.delete(Family.TRANSACTIONS, Keys.of(txid));
    for (var address : settled.addresses()) {
      batch.delete(Family.HISTORY, Keys.of(address, settled.blockHeight(), txid));
    }
  }
}
