package io.timecoin.app.fx.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendDiagramTest {

  private static Flow.Part part(Flow.Kind kind, long units) {
    return new Flow.Part(kind, "x", units);
  }

  @Test
  void fewPartsStayAsTheyAre() {
    List<Flow.Part> parts = List.of(part(Flow.Kind.INPUT, 1), part(Flow.Kind.INPUT, 2));
    assertThat(SpendDiagram.gathered(parts)).isEqualTo(parts);
  }

  @Test
  void tooManyInputsBecomeOneBoxThatKeepsTheSum() {
    List<Flow.Part> parts = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      parts.add(part(Flow.Kind.INPUT, i));
    }
    List<Flow.Part> shown = SpendDiagram.gathered(parts);
    assertThat(shown).hasSize(SpendDiagram.ROWS_MAX);
    assertThat(shown.stream().mapToLong(Flow.Part::units).sum()).isEqualTo(45);
    assertThat(shown.getLast().units()).isEqualTo(35);
  }

  @Test
  void changeAndFeeAreNeverGathered() {
    List<Flow.Part> parts = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      parts.add(part(Flow.Kind.RECIPIENT, i));
    }
    parts.add(part(Flow.Kind.CHANGE, 50));
    parts.add(part(Flow.Kind.FEE, 1));
    assertThat(SpendDiagram.gathered(parts))
        .extracting(Flow.Part::kind)
        .containsExactly(
            Flow.Kind.RECIPIENT,
            Flow.Kind.RECIPIENT,
            Flow.Kind.RECIPIENT,
            Flow.Kind.CHANGE,
            Flow.Kind.FEE);
  }
}
