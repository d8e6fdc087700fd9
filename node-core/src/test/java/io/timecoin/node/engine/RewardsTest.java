package io.timecoin.node.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.runtime.LoneMasternode;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.TxOutput;
import org.junit.jupiter.api.Test;

final class RewardsTest {
  private final EngineHarness seven = new EngineHarness();

  private Coinbase coinbase(PublicKey proposer, long minted, long fees) {
    return Rewards.coinbase(
        seven.genesis,
        3,
        1_700_000_000_500L,
        proposer,
        Amount.ofUnits(minted),
        Amount.ofUnits(fees));
  }

  @Test
  void allOfItIsPaidAndTheProposerTakesFeesAndRest() {
    PublicKey proposer = seven.masternodes.get(2).publicKey();
    Coinbase coinbase = coinbase(proposer, 100, 5);
    assertThat(coinbase.outputs())
        .extracting(o -> o.amount().units())
        .containsExactlyInAnyOrder(14L, 14L, 21L, 14L, 14L, 14L, 14L);
    assertThat(coinbase.outputs().stream().mapToLong(o -> o.amount().units()).sum()).isEqualTo(105);
    assertThat(coinbase.timestamp()).isEqualTo(1_700_000_000L);
  }

  @Test
  void whoGetsNothingHasNoOutput() {
    PublicKey proposer = seven.masternodes.getFirst().publicKey();
    assertThat(coinbase(proposer, 0, 0).outputs()).isEmpty();
    assertThat(coinbase(proposer, 3, 0).outputs())
        .extracting(TxOutput::amount)
        .containsExactly(Amount.ofUnits(3));
  }

  @Test
  void nothingIsMintedPastTheCap() {
    Genesis genesis = LoneMasternode.genesis();
    Amount cap = genesis.supplyCap();
    assertThat(Rewards.minted(genesis, Amount.ZERO)).isEqualTo(genesis.blockReward());
    assertThat(Rewards.minted(genesis, cap.minus(Amount.ofUnits(1)))).isEqualTo(Amount.ofUnits(1));
    assertThat(Rewards.minted(genesis, cap)).isEqualTo(Amount.ZERO);
  }
}
