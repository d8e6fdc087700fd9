package io.timecoin.node.block;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.masternode.MasternodeSet;

/** Who proposes: everybody in turn, by height and round. Source: protocol.md 5. */
public final class ProposerRotation {
  private ProposerRotation() {}

  /** The proposer of that height and round. */
  public static PublicKey of(MasternodeSet masternodes, long height, int round) {
    int index = Math.floorMod(height + round, masternodes.size());
    return masternodes.members().get(index).publicKey();
  }
}
