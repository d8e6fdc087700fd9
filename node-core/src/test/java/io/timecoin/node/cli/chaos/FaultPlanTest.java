package io.timecoin.node.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.chaos.history.FaultKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);

  @Test
  void sameSeedDrawsTheSameAndAnotherSeedOthers() {
    List<Planned> plan = FaultPlan.of(5, 7, TEN_MINUTES, ALL);
    assertThat(FaultPlan.of(5, 7, TEN_MINUTES, ALL)).isEqualTo(plan);
    assertThat(FaultPlan.of(6, 7, TEN_MINUTES, ALL)).isNotEqualTo(plan);
  }

  @Test
  void longPlanHasEveryKindAndEndsInTime() {
    List<Planned> plan = FaultPlan.of(1, 7, TEN_MINUTES, ALL);
    assertThat(plan.stream().map(Planned::kind).collect(Collectors.toSet())).isEqualTo(ALL);
    assertThat(plan).allMatch(fault -> fault.end().compareTo(TEN_MINUTES) <= 0);
    assertThat(plan).allMatch(fault -> !fault.nodes().isEmpty());
  }

  @Test
  void kindsLeftOutAreNotDrawn() {
    Set<FaultKind> some = EnumSet.of(FaultKind.CUT, FaultKind.DELAY);
    assertThat(FaultPlan.of(1, 7, TEN_MINUTES, some)).allMatch(f -> some.contains(f.kind()));
    assertThat(FaultPlan.of(1, 7, TEN_MINUTES, Set.of())).isEmpty();
  }

  @Test
  void nodeHasOneFaultOfItsProcessAndOneOfItsWaysAtMost() {
    List<Planned> plan = FaultPlan.of(3, 4, TEN_MINUTES, ALL);
    for (Planned one : plan) {
      assertThat(plan)
          .filteredOn(other -> !other.equals(one) && overlaps(one, other))
          .filteredOn(other -> one.kind().isOfProcess() == other.kind().isOfProcess())
          .noneMatch(other -> other.nodes().stream().anyMatch(one.nodes()::contains));
    }
  }

  private static boolean overlaps(Planned one, Planned other) {
    return one.start().compareTo(other.end()) < 0 && other.start().compareTo(one.end()) < 0;
  }
}
