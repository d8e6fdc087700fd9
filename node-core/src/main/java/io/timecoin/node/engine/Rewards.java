package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is paid by a block: the reward is shared by the set in equal parts, the proposer takes the
 * fees and what cannot be divided. Nothing is minted past the supply cap. Source: protocol.md 2, 5.
 */
final class Rewards {
  private Rewards() {}

  /** New money of the next block. */
  static Amount minted(Genesis genesis, Amount supply) {
    Amount room = genesis.supplyCap().minus(supply);
    return genesis.blockReward().compareTo(room) < 0 ? genesis.blockReward() : room;
  }

  /**
   * The only coinbase that a block of this height, time and proposer may have.
   *
   * @param fees what its transactions pay together
   */
  static Coinbase coinbase(
      Genesis genesis,
      long height,
      long timestampMs,
      PublicKey proposer,
      Amount minted,
      Amount fees) {
    MasternodeSet set = genesis.masternodes();
    long share = minted.units() / set.size();
    long rest = minted.units() - share * set.size();
    List<TxOutput> outputs = new ArrayList<>();
    for (Masternode member : set.members()) {
      boolean proposes = member.publicKey().equals(proposer);
      Amount amount = proposes ? Amount.ofUnits(share + rest).plus(fees) : Amount.ofUnits(share);
      if (amount.units() > 0) {
        outputs.add(new TxOutput(amount, member.rewardAddress()));
      }
    }
    return new Coinbase((int) height, Math.floorDiv(timestampMs, 1000), outputs);
  }
}
