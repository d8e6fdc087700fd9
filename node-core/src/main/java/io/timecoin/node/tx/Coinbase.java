package io.timecoin.node.tx;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Money that comes from no input: the initial outputs of a genesis file (height 0) and block
 * rewards. Its txid is unique because {@code lock_time} is the height. Source: protocol.md 2.
 *
 * @param height unsigned 32-bit block height, hashed as lock_time
 * @param timestamp seconds since 1970
 */
public record Coinbase(int height, long timestamp, List<TxOutput> outputs) {
  private static final int VERSION = 1;

  /** Copies the outputs. */
  public Coinbase {
    outputs = List.copyOf(outputs);
  }

  /** Hash of its canonical bytes, computed anew on each call. */
  public Txid txid() {
    return CanonicalBytes.txid(CanonicalBytes.of(VERSION, List.of(), outputs, height, timestamp));
  }

  /** The outpoints of its outputs, in order. */
  public List<OutPoint> outPoints() {
    Txid txid = txid();
    return IntStream.range(0, outputs.size()).mapToObj(vout -> new OutPoint(txid, vout)).toList();
  }
}
