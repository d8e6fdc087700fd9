package io.timecoin.node.store.archive;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.crypto.LtHash;
import io.timecoin.node.ledger.SettledUtxo;
import io.timecoin.node.ledger.StateElements;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.store.StoreException;
import java.io.IOException;

/**
 * Fills an empty archive with a checkpoint, part by part in any order. Nothing counts until {@link
 * #finish}; what a crash leaves before is wiped when the archive is opened next. One thread.
 */
public final class Installation {
  private static final byte[] NOTHING = new byte[0];

  private final RocksArchive archive;
  private final LtHash sum = new LtHash();
  private Amount supply = Amount.ZERO;
  private long outputs;

  /**
   * Begins.
   *
   * @throws IllegalStateException if the archive has a past
   */
  public Installation(RocksArchive archive) throws StoreException {
    if (archive.tip().isPresent()) {
      throw new IllegalStateException("only an empty archive takes a checkpoint");
    }
    this.archive = archive;
    try (Database.Batch batch = archive.database().batch()) {
      batch.put(Family.META, Schema.INSTALLING, NOTHING);
      batch.write();
    }
  }

  /**
   * Takes one part.
   *
   * @throws IOException if its bytes are no part
   */
  public void add(byte[] part) throws IOException, StoreException {
    try (Database.Batch batch = archive.database().batch()) {
      CheckpointCodec.read(
          part,
          new CheckpointCodec.Reader() {
            @Override
            public void output(SettledUtxo utxo) throws IOException {
              take(batch, utxo);
            }

            @Override
            public void released(Txid txid, long height) throws IOException {
              sum.add(StateElements.released(txid));
              put(batch, txid, new Fate(Fate.Kind.RELEASED, height));
            }
          });
      batch.writeSoon();
    }
  }

  private void take(Database.Batch batch, SettledUtxo utxo) throws IOException {
    byte[] key = Keys.of(utxo.outPoint());
    var output = utxo.entry().output();
    sum.add(StateElements.output(utxo.outPoint(), output));
    try {
      supply = supply.plus(output.amount());
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IOException("the outputs hold more than there can be", e);
    }
    outputs++;
    try {
      batch.put(Family.UTXOS, key, UtxoValue.encode(utxo));
      batch.put(
          Family.OUTPOINTS,
          Keys.of(output.address(), utxo.createdHeight(), utxo.outPoint()),
          NOTHING);
    } catch (StoreException e) {
      throw new IOException(e);
    }
    put(batch, utxo.outPoint().txid(), new Fate(Fate.Kind.INCLUDED, utxo.createdHeight()));
  }

  private static void put(Database.Batch batch, Txid txid, Fate fate) throws IOException {
    try {
      batch.put(Family.FATES, Keys.of(txid), fate.encode());
    } catch (StoreException e) {
      throw new IOException(e);
    }
  }

  /** Outputs taken so far. */
  public long outputs() {
    return outputs;
  }

  /**
   * Whether the parts are the state after this block.
   *
   * @param block the checkpoint's, its certificate verified
   * @param next the one after it, its certificate verified: it carries the state hash
   */
  public boolean matches(DecidedBlock block, DecidedBlock next) {
    return next.height() == block.height() + 1
        && next.block().header().parent().equals(block.block().hash())
        && next.block().header().state().equals(sum.checksum());
  }

  /**
   * Makes it the archive's past, durably; see {@link #matches} first.
   *
   * @param journalFile from which the journal is to be replayed on top of it
   * @param decided the checkpoint's block, its certificate verified
   * @throws StoreException if nothing changed
   */
  public void finish(DecidedBlock decided, long journalFile) throws StoreException {
    Block block = decided.block();
    Tip tip =
        new Tip(block.height(), block.hash(), block.header().timestampMs(), supply, sum.toBytes());
    Facts facts = new Facts(tip, journalFile, outputs, 0, block.height() + 1, block.height());
    try (Database.Batch batch = archive.database().batch()) {
      batch.put(Family.BLOCKS, Keys.of(block.height()), archive.values().encode(decided));
      batch.put(Family.HEIGHTS, Keys.of(block.hash()), Keys.of(block.height()));
      batch.put(
          Family.FATES,
          Keys.of(block.coinbase().txid()),
          new Fate(Fate.Kind.INCLUDED, block.height()).encode());
      batch.put(Family.META, Schema.FACTS, facts.encode());
      batch.delete(Family.META, Schema.INSTALLING);
      batch.write();
    }
    archive.replaceFacts(facts);
  }

  /** Forgets everything that was taken. */
  public void abandon() throws StoreException {
    archive.database().wipe();
  }
}
