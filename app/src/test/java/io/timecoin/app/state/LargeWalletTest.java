package io.timecoin.app.state;

import static io.timecoin.app.state.Messages.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A hundred thousand outputs: what a change costs is measured, reported and only loosely bounded.
 */
class LargeWalletTest {

  private static final int OUTPUTS = 100_000;
  private static final int CHANGES = 50_000;

  @Test
  void changesOfALargeWalletCostAboutAsMuchAsOfASmallOne(TestReporter reporter) {
    SessionState state =
        SessionState.start(Set.of(Messages.ME))
            .after(new SessionEvent.Received(Messages.snapshot(1, OUTPUTS)), 0);
    UtxoState locked = new UtxoState.Locked(new Txid(1, 2, 3, 4), 0);
    long start = System.nanoTime();
    for (int i = 0; i < CHANGES; i++) {
      state =
          state.after(new SessionEvent.Received(change(i + 1, i, UtxoState.UNSPENT, locked)), i);
    }
    double microsEach = (System.nanoTime() - start) / 1e3 / CHANGES;
    reporter.publishEntry("microseconds a change", String.valueOf(microsEach));
    assertThat(microsEach).isLessThan(200); // a tenth of a second for what comes in a second
    assertThat(state.wallet().utxos().size()).isEqualTo(OUTPUTS);
    long lockedUnits = 0;
    for (int i = 0; i < CHANGES; i++) {
      lockedUnits += Amount.ofTime(i + 1).units();
    }
    assertThat(state.wallet().balance().locked()).isEqualTo(lockedUnits);
  }
}
