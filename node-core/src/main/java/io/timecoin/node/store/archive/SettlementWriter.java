package io.timecoin.node.store.archive;

import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.ledger.SettledUtxo;
import io.timecoin.node.ledger.Settlement;
import io.timecoin.node.store.StoreException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a settlement into one batch. The same one again, or a larger one, comes to the same. */
final class SettlementWriter {
  private static final byte[] NOTHING = new byte[0];

  private final Database.Batch batch;
  private final TransactionValues values;
  private final @Nullable Facts before;

  SettlementWriter(Database.Batch batch, TransactionValues values, @Nullable Facts before) {
    this.batch = batch;
    this.values = values;
    this.before = before;
  }

  /** What the archive knows of itself once the batch is written. */
  Facts write(Settlement settlement, long journalFile) throws StoreException {
    long utxos = before == null ? 0 : before.utxos();
    for (SettledUtxo utxo : settlement.utxos()) {
      utxos += write(utxo) ? 1 : 0;
    }
    long transactions = before == null ? 0 : before.transactions();
    for (SettledTransaction settled : settlement.transactions()) {
      write(settled);
      transactions += isNew(settled.blockHeight()) ? 1 : 0;
    }
    for (DecidedBlock decided : settlement.blocks()) {
      write(decided);
    }
    for (Map.Entry<Txid, Long> release : settlement.releases().entrySet()) {
      fate(release.getKey(), new Fate(Fate.Kind.RELEASED, release.getValue()));
    }
    for (VoteStatement vote : settlement.votes()) {
      batch.put(
          Family.VOTES,
          Keys.vote(vote.txid(), vote.phase().code()),
          new byte[] {vote.decision().code()});
    }
    Facts after =
        new Facts(
            settlement.tip(),
            journalFile,
            utxos,
            transactions,
            before == null ? 1 : before.firstWholeHeight(),
            before == null ? 1 : before.firstHeight());
    batch.put(Family.META, Schema.FACTS, after.encode());
    return after;
  }

  private boolean isNew(long height) {
    return before == null || height > before.tip().height();
  }

  /** Whether it was not there before. */
  private boolean write(SettledUtxo utxo) throws StoreException {
    boolean fresh = isNew(utxo.createdHeight());
    batch.put(Family.UTXOS, Keys.of(utxo.outPoint()), UtxoValue.encode(utxo));
    if (fresh) {
      batch.put(
          Family.OUTPOINTS,
          Keys.of(utxo.entry().output().address(), utxo.createdHeight(), utxo.outPoint()),
          NOTHING);
    }
    return fresh;
  }

  private void write(SettledTransaction settled) throws StoreException {
    Txid txid = settled.txid();
    batch.put(Family.TRANSACTIONS, Keys.of(txid), values.encode(settled));
    for (var address : settled.addresses()) {
      batch.put(Family.HISTORY, Keys.of(address, settled.blockHeight(), txid), NOTHING);
    }
    fate(txid, new Fate(Fate.Kind.INCLUDED, settled.blockHeight()));
  }

  private void write(DecidedBlock decided) throws StoreException {
    byte[] height = Keys.of(decided.height());
    batch.put(Family.BLOCKS, height, values.encode(decided));
    batch.put(Family.HEIGHTS, Keys.of(decided.certificate().block()), height);
    fate(decided.block().coinbase().txid(), new Fate(Fate.Kind.INCLUDED, decided.height()));
  }

  private void fate(Txid txid, Fate fate) throws StoreException {
    batch.put(Family.FATES, Keys.of(txid), fate.encode());
  }
}
