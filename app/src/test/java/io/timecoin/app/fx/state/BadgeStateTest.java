package io.timecoin.app.fx.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeStateTest {

  @ParameterizedTest
  @CsvSource({
    "Unspent,UNSPENT",
    "Locked,LOCKED",
    "SpentPending,SPENT_PENDING",
    "SpentFinalized,SPENT_FINALIZED",
    "Confirmed,CONFIRMED"
  })
  void namesOfTheSpecificationAreKnown(String name, BadgeState state) {
    assertThat(BadgeState.ofSpecificationName(name)).isEqualTo(state);
  }

  @Test
  void otherNamesAreRefused() {
    assertThatThrownBy(() -> BadgeState.ofSpecificationName("Spent"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noTwoStatesShareAWordOrAColour() {
    assertThat(Arrays.stream(BadgeState.values()).map(BadgeState::word)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(BadgeState.values()).map(BadgeState::ink)).doesNotHaveDuplicates();
  }

  @Test
  void aWalkRemembersItsStampsAndWhereItIs() {
    Walk walk = Walk.START.reached(BadgeState.LOCKED, 0.8).counted(2, 7);
    assertThat(walk.current()).isEqualTo(BadgeState.LOCKED);
    assertThat(walk.votes()).isEqualTo(2);
    assertThat(walk.steps()).hasSize(2);
  }
}
