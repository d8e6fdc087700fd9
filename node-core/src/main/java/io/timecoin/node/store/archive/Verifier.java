package io.timecoin.node.store.archive;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.crypto.LtHash;
import io.timecoin.node.ledger.SettledUtxo;
import io.timecoin.node.ledger.StateElements;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Checks an archive against itself and against the network's keys: checksums of every file, every
 * block's certificate and its link to the one before, the state hash and the supply recomputed from
 * the outputs, the outputs against the index of addresses, every transaction against its block.
 */
public final class Verifier {
  /** Faults listed; the rest is counted. */
  private static final int LISTED_MAX = 20;

  private static final int PROGRESS_RECORDS = 200_000;
  private static final byte[] FIRST = new byte[0];

  private final RocksArchive archive;
  private final Database database;
  private final Genesis genesis;
  private final LongConsumer progress;
  private final List<String> faults = new ArrayList<>();
  private long faultCount;
  private long records;

  /**
   * What was found.
   *
   * @param faults the first of them, one sentence each
   * @param faultCount all of them
   */
  public record Report(
      long height,
      long blocks,
      long outputs,
      long unspent,
      long transactions,
      List<String> faults,
      long faultCount) {}

  /**
   * Of that archive.
   *
   * @param progress told how many records were read, now and then
   */
  public Verifier(RocksArchive archive, Genesis genesis, LongConsumer progress) {
    this.archive = archive;
    this.database = archive.database();
    this.genesis = genesis;
    this.progress = progress;
  }

  /** Reads all of it; may take minutes. */
  public Report verify() throws StoreException {
    database.verifyChecksums();
    Optional<Facts> facts = archive.facts();
    if (facts.isEmpty()) {
      return new Report(0, 0, 0, 0, 0, List.of(), 0);
    }
    long blocks = blocks(facts.get());
    long[] outputs = outputs(facts.get());
    long transactions = transactions();
    return new Report(
        facts.get().tip().height(),
        blocks,
        outputs[0],
        outputs[1],
        transactions,
        List.copyOf(faults),
        faultCount);
  }

  private void fault(String what) {
    faultCount++;
    if (faults.size() < LISTED_MAX) {
      faults.add(what);
    }
  }

  private void read() {
    records++;
    if (records % PROGRESS_RECORDS == 0) {
      progress.accept(records);
    }
  }

  private long blocks(Facts facts) {
    Hash256 parent = facts.firstHeight() == 1 ? genesis.hash() : null;
    long height = facts.firstHeight();
    for (; height <= facts.tip().height(); height++) {
      Optional<DecidedBlock> found = archive.block(height);
      if (found.isEmpty()) {
        fault("block " + height + " is missing");
        parent = null;
        continue;
      }
      DecidedBlock decided = found.get();
      read();
      if (parent != null && !decided.block().header().parent().equals(parent)) {
        fault("block " + height + " does not follow the one before");
      }
      Optional<BlockCertificate.Refusal> refusal =
          decided.certificate().check(genesis.masternodes(), genesis.hash());
      if (refusal.isPresent()) {
        fault("block " + height + " has a bad certificate: " + refusal.get());
      }
      parent = decided.block().hash();
      for (Txid txid : decided.block().transactions()) {
        Long included = archive.includedAt(txid);
        if (included == null || included != height) {
          fault("transaction " + txid + " of block " + height + " is not known as included");
        } else if (height >= facts.firstWholeHeight() && archive.transaction(txid).isEmpty()) {
          fault("transaction " + txid + " of block " + height + " is missing");
        }
      }
    }
    if (parent != null && !parent.equals(facts.tip().hash())) {
      fault("the last block is not the one the archive says");
    }
    return height - facts.firstHeight();
  }

  /** Counts all and unspent. */
  private long[] outputs(Facts facts) {
    LtHash sum = new LtHash();
    Amount[] supply = {Amount.ZERO};
    long[] counts = new long[2];
    database.forEach(
        Family.UTXOS,
        FIRST,
        null,
        (key, value) -> {
          OutPoint outPoint = Keys.outPoint(key);
          SettledUtxo utxo = UtxoValue.decode(outPoint, value);
          read();
          counts[0]++;
          byte[] index = Keys.of(utxo.entry().output().address(), utxo.createdHeight(), outPoint);
          if (database.get(Family.OUTPOINTS, index) == null) {
            fault("output " + outPoint + " is missing in the index of addresses");
          }
          if (utxo.entry().state() instanceof UtxoState.Unspent) {
            counts[1]++;
            supply[0] = supply[0].plus(utxo.entry().output().amount());
            sum.add(StateElements.output(outPoint, utxo.entry().output()));
          }
          return true;
        });
    long[] indexed = new long[1];
    database.forEach(
        Family.OUTPOINTS,
        FIRST,
        null,
        (_, _) -> {
          indexed[0]++;
          return true;
        });
    released(sum);
    Tip tip = facts.tip();
    if (indexed[0] != counts[0] || counts[0] != facts.utxos()) {
      fault(
          "%d outputs, %d in the index of addresses, %d as counted"
              .formatted(counts[0], indexed[0], facts.utxos()));
    }
    if (!supply[0].equals(tip.supply())) {
      fault("the outputs hold " + supply[0] + ", the supply is " + tip.supply());
    }
    if (!sum.checksum().equals(tip.stateHash())) {
      fault("the state hash of the outputs is not that of block " + tip.height());
    }
    return counts;
  }

  private void released(LtHash sum) {
    database.forEach(
        Family.FATES,
        FIRST,
        null,
        (key, value) -> {
          if (Fate.decode(value).kind() == Fate.Kind.RELEASED) {
            sum.add(StateElements.released(Keys.tailTxid(key)));
          }
          read();
          return true;
        });
  }

  private long transactions() {
    long[] count = new long[1];
    database.forEach(
        Family.TRANSACTIONS,
        FIRST,
        null,
        (key, _) -> {
          Txid txid = Keys.tailTxid(key);
          read();
          count[0]++;
          archive
              .transaction(txid)
              .filter(settled -> !settled.txid().equals(txid))
              .ifPresent(settled -> fault("the record of " + txid + " holds " + settled.txid()));
          return true;
        });
    return count[0];
  }
}
