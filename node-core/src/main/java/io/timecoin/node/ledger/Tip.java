package io.timecoin.node.ledger;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.LtHash;

/**
 * Where the chain stands after its last settled block.
 *
 * @param height of that block, 0 before the first
 * @param hash of that block, the genesis hash before the first
 * @param timestampMs milliseconds since 1970, as that block says
 * @param supply everything there is
 * @param sum of the chain's state, {@link LtHash#BYTES} bytes
 */
public record Tip(long height, Hash256 hash, long timestampMs, Amount supply, byte[] sum) {
  /** Keeps a sum of its own. */
  public Tip {
    sum = sum.clone();
  }

  @Override
  public byte[] sum() {
    return sum.clone();
  }

  /** Hash of the chain's state: what the next block carries. */
  public Hash256 stateHash() {
    return LtHash.of(sum).checksum();
  }
}
