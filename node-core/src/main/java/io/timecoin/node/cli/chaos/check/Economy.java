package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.tx.TxOutput;

/**
 * How much money there must be.
 *
 * @param initialUnits in the genesis file
 * @param rewardUnits new with every block; fees are no loss, the proposer gets them
 * @param capUnits never more than that
 */
public record Economy(long initialUnits, long rewardUnits, long capUnits) {
  /** Of a network. */
  public static Economy of(Genesis genesis) {
    return new Economy(
        genesis.initialOutputs().stream().map(TxOutput::amount).mapToLong(a -> a.units()).sum(),
        genesis.blockReward().units(),
        genesis.supplyCap().units());
  }

  /** All there is after the block of that height. */
  long unitsAt(long height) {
    return Math.min(capUnits, initialUnits + rewardUnits * height);
  }
}
