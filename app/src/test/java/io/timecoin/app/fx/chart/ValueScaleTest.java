package io.timecoin.app.fx.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueScaleTest {

  @ParameterizedTest
  @CsvSource({"0,1", "0.4,1", "3,4", "12,20", "29,40", "62,80", "148,200", "5000,8000"})
  void topIsARoundNumberWithRoomAboveTheLargest(double largest, double top) {
    assertThat(ValueScale.upTo(largest).top()).isEqualTo(top);
  }

  @Test
  void linesRunFromZeroToTheTop() {
    ValueScale scale = ValueScale.upTo(12);
    assertThat(scale.lines()).startsWith(0.0).endsWith(scale.top()).hasSize(5);
  }

  @Test
  void valuesAboveTheTopStayInsideThePlot() {
    assertThat(ValueScale.upTo(12).height(1000, 200)).isEqualTo(200);
  }

  @Test
  void nearestPointIsFoundByItsTime() {
    Instant start = Instant.EPOCH;
    List<ChartPoint> points =
        IntStream.range(0, 11)
            .mapToObj(i -> new ChartPoint(start.plusSeconds(i), 1, 2, 3))
            .toList();
    assertThat(LinePainter.nearest(points, 560, 0)).isEqualTo(0);
    assertThat(LinePainter.nearest(points, 560, 560)).isEqualTo(10);
    assertThat(LinePainter.nearest(List.of(), 560, 5)).isEqualTo(-1);
  }
}
