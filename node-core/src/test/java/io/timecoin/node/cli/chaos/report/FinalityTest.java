package io.timecoin.node.cli.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.chaos.check.Story;
import io.timecoin.node.cli.chaos.history.Event.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalityTest {
  /** Events are a millisecond apart. */
  private final Story story =
      new Story()
          .reached(Stage.FAULTS_BEGIN)
          .honest(Story.tx(1), Story.coin(1))
          .offered(0, Story.tx(1))
          .rival(Story.tx(2), Story.coin(2))
          .offered(0, Story.tx(2))
          .notified(1, 1, 1, Story.coin(1), Story.finalized(Story.tx(1)))
          .reached(Stage.FAULTS_END)
          .offered(1, Story.tx(1))
          .notified(0, 1, 1, Story.coin(1), Story.finalized(Story.tx(1)))
          .honest(Story.tx(3), Story.coin(3))
          .offered(0, Story.tx(3))
          .notified(0, 1, 2, Story.coin(3), Story.finalized(Story.tx(3)));

  private Finality of(Stage stage, Finality.At at) {
    return Finality.of(story.events(), stage, at, 2);
  }

  @Test
  void timeCountsFromTheFirstOfferToTheFirstOrTheLastClient() {
    assertThat(of(Stage.FAULTS_BEGIN, Finality.At.FIRST).sortedMs()).containsExactly(3.0);
    assertThat(of(Stage.FAULTS_BEGIN, Finality.At.LAST).sortedMs()).containsExactly(6.0);
  }

  @Test
  void paymentOfferedBeforeTheStageDoesNotCountAgain() {
    assertThat(of(Stage.FAULTS_END, Finality.At.FIRST).sortedMs()).containsExactly(1.0);
    assertThat(of(Stage.FAULTS_END, Finality.At.LAST).count()).isZero();
  }

  @Test
  void percentilesAreNearestRanksInWords() {
    Finality finality = new Finality(List.of(4.0, 1.0, 3.0, 2_000.0));
    assertThat(finality.percentile(0.5)).isEqualTo("3.0 ms");
    assertThat(finality.percentile(0.99)).isEqualTo("2.00 s");
    assertThat(new Finality(List.of()).percentile(0.5)).isEqualTo("–");
  }
}
