package io.timecoin.node.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class FigureTest {
  @Test
  void aCostMeetsItsGoalFromBelowAndARateFromAbove() {
    Figure cost = Figure.cost("c", "ms", 2.0, 3, 1, 1.5);
    assertThat(cost.median()).isEqualTo(1.5);
    assertThat(cost.min()).isEqualTo(1);
    assertThat(cost.max()).isEqualTo(3);
    assertThat(cost.ratio()).isEqualTo(0.75);
    assertThat(cost.goalMet()).isTrue();
    assertThat(Figure.rate("r", "1/s", 2.0, 1.5).goalMet()).isFalse();
    assertThat(Figure.rate("r", "1/s", null, 1.5).goalMet()).isNull();
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Figure.cost("c", "ms", null));
  }
}
