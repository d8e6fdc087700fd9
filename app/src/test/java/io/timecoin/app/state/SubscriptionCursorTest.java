package io.timecoin.app.state;

import static io.timecoin.app.state.Messages.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.SubscriptionCursor.Verdict;
import io.timecoin.node.utxo.UtxoState;
import org.junit.jupiter.api.Test;

class SubscriptionCursorTest {

  private SubscriptionCursor cursor = SubscriptionCursor.of(Messages.SUBSCRIBER);

  private Verdict hear(long seq) {
    SubscriptionCursor.Step step =
        cursor.accept(change(seq, 0, UtxoState.UNSPENT, UtxoState.UNSPENT));
    cursor = step.cursor();
    return step.verdict();
  }

  @Test
  void nothingCountsBeforeTheSnapshot() {
    assertThat(hear(1)).isEqualTo(Verdict.IGNORE);
  }

  @Test
  void numbersFollowTheSnapshot() {
    cursor = cursor.confirmed(Messages.snapshot(4, 0));
    assertThat(hear(3)).isEqualTo(Verdict.IGNORE);
    assertThat(hear(4)).isEqualTo(Verdict.APPLY);
    assertThat(hear(5)).isEqualTo(Verdict.APPLY);
    assertThat(hear(5)).isEqualTo(Verdict.IGNORE);
  }

  @Test
  void gapIsReportedOnceAndEndsWithTheNextSnapshot() {
    cursor = cursor.confirmed(Messages.snapshot(1, 0));
    assertThat(hear(3)).isEqualTo(Verdict.GAP);
    assertThat(hear(4)).isEqualTo(Verdict.IGNORE);
    cursor = cursor.confirmed(Messages.snapshot(9, 0));
    assertThat(hear(9)).isEqualTo(Verdict.APPLY);
  }

  @Test
  void anotherSubscriptionIsNoneOfItsBusiness() {
    cursor = SubscriptionCursor.of("other").confirmed(Messages.snapshot(1, 0));
    assertThat(hear(1)).isEqualTo(Verdict.IGNORE);
  }
}
