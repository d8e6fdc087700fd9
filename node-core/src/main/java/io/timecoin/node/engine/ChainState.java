package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.crypto.LtHash;
import io.timecoin.node.ledger.Archive;
import io.timecoin.node.ledger.Settlement;
import io.timecoin.node.ledger.StateElements;
import io.timecoin.node.ledger.Tip;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.tx.TxOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decided blocks and what follows from them alone: what is not settled yet in memory, the rest
 * in the archive. Written by {@link BlockApplier} only.
 */
final class ChainState {
  private final Archive archive;
  private final TreeMap<Long, DecidedBlock> blocks = new TreeMap<>();
  private final Map<Hash256, Long> heights = new HashMap<>();

  /** Transactions and coinbases of the blocks in memory. */
  private final Map<Txid, Long> included = new HashMap<>();

  private final Map<Txid, Long> released = new HashMap<>();
  private final Txid genesisCoinbase;
  private final LtHash sum;
  private long height;
  private Hash256 tip;
  private long tipTimestampMs;
  private Amount supply;
  private long settledHeight;
  private @Nullable Hash256 stateHash;

  /** Where the archive ends, or before the first block. */
  ChainState(Genesis genesis, Hash256 genesisHash, Archive archive) {
    this.archive = archive;
    this.genesisCoinbase = genesis.coinbase().txid();
    Tip begin = archive.tip().orElseGet(() -> birth(genesis, genesisHash));
    this.height = begin.height();
    this.settledHeight = begin.height();
    this.tip = begin.hash();
    this.tipTimestampMs = begin.timestampMs();
    this.supply = begin.supply();
    this.sum = LtHash.of(begin.sum());
  }

  private static Tip birth(Genesis genesis, Hash256 genesisHash) {
    Amount supply = Amount.ZERO;
    LtHash sum = new LtHash();
    List<OutPoint> outPoints = genesis.coinbase().outPoints();
    for (int i = 0; i < outPoints.size(); i++) {
      TxOutput output = genesis.initialOutputs().get(i);
      supply = supply.plus(output.amount());
      sum.add(StateElements.output(outPoints.get(i), output));
    }
    return new Tip(0, genesisHash, genesis.timestamp() * 1000, supply, sum.toBytes());
  }

  /** Height of the last decided block, 0 before the first. */
  long height() {
    return height;
  }

  /** Hash of the last decided block, the genesis hash before the first. */
  Hash256 tip() {
    return tip;
  }

  /** Milliseconds since 1970, as the last block says. */
  long tipTimestampMs() {
    return tipTimestampMs;
  }

  /** Everything there is, the genesis file's outputs and all rewards. */
  Amount supply() {
    return supply;
  }

  /** Hash of the state after the last block. */
  Hash256 stateHash() {
    if (stateHash == null) {
      stateHash = sum.checksum();
    }
    return stateHash;
  }

  /** Where it stands, to be archived. */
  Tip toTip() {
    return new Tip(height, tip, tipTimestampMs, supply, sum.toBytes());
  }

  /** Height of the last block in the archive. */
  long settledHeight() {
    return settledHeight;
  }

  /** The block of that height, or null if there is none or it is not kept. */
  @Nullable DecidedBlock block(long ofHeight) {
    DecidedBlock block = blocks.get(ofHeight);
    return block != null || ofHeight > settledHeight ? block : archive.block(ofHeight).orElse(null);
  }

  /** The block of that hash, or null. */
  @Nullable DecidedBlock block(Hash256 hash) {
    Long ofHash = heights.get(hash);
    ofHash = ofHash != null ? ofHash : archive.heightOf(hash);
    return ofHash == null ? null : block(ofHash);
  }

  /** Height of the block that includes it (0: the genesis file), or null. */
  @Nullable Long includedAt(Txid txid) {
    if (txid.equals(genesisCoinbase)) {
      return 0L;
    }
    Long at = included.get(txid);
    return at != null ? at : archive.includedAt(txid);
  }

  /** Height of the block that released it, or null. */
  @Nullable Long releasedAt(Txid txid) {
    Long at = released.get(txid);
    return at != null ? at : archive.releasedAt(txid);
  }

  boolean isReleased(Txid txid) {
    return releasedAt(txid) != null;
  }

  /** An included transaction spent it. */
  void spent(OutPoint outPoint, TxOutput output) {
    sum.remove(StateElements.output(outPoint, output));
  }

  /** An included transaction made these. */
  void created(Txid txid, List<TxOutput> outputs, long atHeight) {
    included.put(txid, atHeight);
    for (int vout = 0; vout < outputs.size(); vout++) {
      sum.add(StateElements.output(new OutPoint(txid, vout), outputs.get(vout)));
    }
  }

  /** The block is applied: everything in it has been told to the methods above. */
  void append(DecidedBlock decided, Amount minted) {
    Block block = decided.block();
    created(block.coinbase().txid(), block.coinbase().outputs(), block.height());
    for (Txid txid : block.releases()) {
      released.put(txid, block.height());
      sum.add(StateElements.released(txid));
    }
    height = block.height();
    tip = decided.certificate().block();
    heights.put(tip, height);
    tipTimestampMs = block.header().timestampMs();
    supply = supply.plus(minted);
    blocks.put(height, decided);
    stateHash = null;
  }

  /** Blocks in memory, lowest first. */
  List<DecidedBlock> unsettledBlocks() {
    return List.copyOf(blocks.values());
  }

  /** Releases of the blocks in memory, by height of the block. */
  Map<Txid, Long> unsettledReleases() {
    return Map.copyOf(released);
  }

  /** It is in the archive now. */
  void settled(Settlement settlement) {
    settledHeight = settlement.height();
    for (DecidedBlock decided : settlement.blocks()) {
      blocks.remove(decided.height());
      heights.remove(decided.certificate().block());
      included.remove(decided.block().coinbase().txid());
      decided.block().transactions().forEach(included::remove);
      decided.block().releases().forEach(released::remove);
    }
  }
}
