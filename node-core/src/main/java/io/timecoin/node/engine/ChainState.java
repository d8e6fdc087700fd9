package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.crypto.LtHash;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decided blocks and what follows from them alone. Written by {@link BlockApplier} only. */
final class ChainState {
  private final List<DecidedBlock> blocks = new ArrayList<>();
  private final Map<Hash256, Long> heights = new HashMap<>();

  /** Transactions whose outputs the chain knows: included ones, coinbases, the genesis file's. */
  private final Map<Txid, Long> included = new HashMap<>();

  private final Map<Txid, Long> released = new HashMap<>();
  private final LtHash sum = new LtHash();
  private Hash256 tip;
  private long tipTimestampMs;
  private Amount supply;
  private @Nullable Hash256 stateHash;

  ChainState(Genesis genesis, Hash256 genesisHash) {
    this.tip = genesisHash;
    this.tipTimestampMs = genesis.timestamp() * 1000;
    this.supply =
        genesis.initialOutputs().stream().map(TxOutput::amount).reduce(Amount.ZERO, Amount::plus);
    created(genesis.coinbase(), 0);
  }

  /** Height of the last decided block, 0 before the first. */
  long height() {
    return blocks.size();
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

  /** The block of that height, or null. */
  @Nullable DecidedBlock block(long height) {
    return height >= 1 && height <= blocks.size() ? blocks.get((int) height - 1) : null;
  }

  /** The block of that hash, or null. */
  @Nullable DecidedBlock block(Hash256 hash) {
    Long height = heights.get(hash);
    return height == null ? null : block(height);
  }

  /** Height of the block that includes it (0: the genesis file), or null. */
  @Nullable Long includedAt(Txid txid) {
    return included.get(txid);
  }

  /** Height of the block that released it, or null. */
  @Nullable Long releasedAt(Txid txid) {
    return released.get(txid);
  }

  boolean isReleased(Txid txid) {
    return released.containsKey(txid);
  }

  /** An included transaction spent it. */
  void spent(OutPoint outPoint, TxOutput output) {
    sum.remove(StateElements.output(outPoint, output));
  }

  /** An included transaction made these. */
  void created(Txid txid, List<TxOutput> outputs, long height) {
    included.put(txid, height);
    for (int vout = 0; vout < outputs.size(); vout++) {
      sum.add(StateElements.output(new OutPoint(txid, vout), outputs.get(vout)));
    }
  }

  private void created(Coinbase coinbase, long height) {
    created(coinbase.txid(), coinbase.outputs(), height);
  }

  /** The block is applied: everything in it has been told to the methods above. */
  void append(DecidedBlock decided, Amount minted) {
    Block block = decided.block();
    created(block.coinbase(), block.height());
    for (Txid txid : block.releases()) {
      released.put(txid, block.height());
      sum.add(StateElements.released(txid));
    }
    tip = decided.certificate().block();
    heights.put(tip, block.height());
    tipTimestampMs = block.header().timestampMs();
    supply = supply.plus(minted);
    blocks.add(decided);
    stateHash = null;
  }
}
