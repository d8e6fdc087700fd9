package io.timecoin.node.masternode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** protocol.md 1: the only table of quorums. */
class QuorumTest {
  @ParameterizedTest(name = "of {0} masternodes {1} decide, {2} may lie")
  @CsvSource({
    "1, 1, 0",
    "2, 2, 0",
    "3, 3, 0",
    "4, 3, 1",
    "5, 4, 1",
    "6, 5, 1",
    "7, 5, 2",
    "8, 6, 2",
    "9, 7, 2",
    "10, 7, 3",
    "100, 67, 33"
  })
  void quorumIsTwoThirdsPlusOne(int n, int quorum, int faulty) {
    assertThat(Quorum.of(n)).isEqualTo(quorum);
    assertThat(Quorum.faulty(n)).isEqualTo(faulty);
  }

  /** Why two certificates never contradict, and why the honest alone can decide. */
  @Property
  void twoQuorumsShareAnHonestMemberAndTheHonestAreAQuorum(
      @ForAll @IntRange(min = 1, max = 1_000_000_000) int n) {
    long shared = 2L * Quorum.of(n) - n;

    assertThat(shared).isGreaterThan(Quorum.faulty(n));
    assertThat(n - Quorum.faulty(n)).isGreaterThanOrEqualTo(Quorum.of(n));
  }

  @Test
  void nobodyIsNoQuorum() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quorum.of(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Quorum.faulty(-1));
  }
}
