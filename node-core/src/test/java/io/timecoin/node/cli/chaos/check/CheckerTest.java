package io.timecoin.node.cli.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.utxo.UtxoState;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private final Checker checker = new Checker(1, new Economy(100, 7, 1_000));

  @Test
  void wholeRunThatKeepsAllIsJudgedByEveryRule() {
    Story story =
        new Story()
            .told(0, 0, 1)
            .reached(Event.Stage.SETTLED)
            .held(0, 0, Story.utxo(Story.coin(1), UtxoState.UNSPENT, 100));
    Checker.Judgement judgement = checker.judge(story.events(), true);
    assertThat(judgement.times()).isZero();
    assertThat(judgement.outcomes()).hasSize(9).allMatch(Checker.Outcome::judged);
  }

  @Test
  void runThatWasCutShortIsNotJudgedByItsEnd() {
    Story story =
        new Story().subscribed(0, 1, 1).notified(0, 1, 3, Story.coin(1), Story.locked(Story.tx(1)));
    Checker.Judgement judgement = checker.judge(story.events(), false);
    assertThat(judgement.times()).isEqualTo(1);
    assertThat(judgement.outcomes()).filteredOn(o -> !o.judged()).hasSize(4);
  }

  @Test
  void manyBreachesOfOneRuleAreCountedButNotAllTold() {
    Checker.Judgement judgement =
        new Checker.Judgement(List.of(), List.of())
            .with("a rule", true, Collections.nCopies(50, "broken"));
    assertThat(judgement.times()).isEqualTo(50);
    assertThat(judgement.breaches()).hasSize(21);
    assertThat(judgement.breaches().getLast().what()).isEqualTo("and 30 more");
  }
}
