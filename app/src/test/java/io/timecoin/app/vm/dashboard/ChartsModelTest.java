package io.timecoin.app.vm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Told;
import io.timecoin.node.protocol.NetworkMessage.AdminResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartsModelTest {

  private static final long SECOND = 1_000_000;

  private final ChartsModel model = new ChartsModel();
  private final Told told = new Told().event(new SessionEvent.Connected(), 0);

  private void figures(long at, Map<String, String> row) {
    told.heard(new AdminResult("figures", List.of(row), "a1"), at);
    model.show(told.state(), at);
  }

  @Test
  void whatOnlyOperatorsAreToldIsMissingForOthers() {
    told.heard(Told.report(10, 1), SECOND);
    model.show(told.state(), SECOND);
    assertThat(model.latestProperty().get()).doesNotContainKeys(Gauge.LOCK, Gauge.MEMORY);
    model.chosenProperty().set(Gauge.LOCK);
    assertThat(model.readingsProperty().get()).isEmpty();
  }

  @Test
  void ratesAreTakenBetweenTwoAnswers() {
    told.heard(Told.report(10, 1), SECOND);
    model.show(told.state(), SECOND);
    told.heard(Told.report(30, 1), 3 * SECOND);
    model.show(told.state(), 3 * SECOND);
    assertThat(model.latestProperty().get().get(Gauge.PAYMENTS).first()).isCloseTo(10, within(.01));
    figures(4 * SECOND, Map.of("p2p_in_bytes", "1000", "p2p_out_bytes", "500"));
    assertThat(model.latestProperty().get()).doesNotContainKey(Gauge.TRAFFIC);
    figures(6 * SECOND, Map.of("p2p_in_bytes", "5000", "p2p_out_bytes", "500"));
    Reading traffic = model.latestProperty().get().get(Gauge.TRAFFIC);
    assertThat(traffic.first()).isEqualTo(2_000);
    assertThat(traffic.second()).isZero();
  }

  /** A node that was started again counts from zero: that is no traffic backwards. */
  @Test
  void counterThatFallsSaysNothing() {
    figures(SECOND, Map.of("p2p_in_bytes", "9000", "p2p_out_bytes", "9000"));
    figures(2 * SECOND, Map.of("p2p_in_bytes", "10", "p2p_out_bytes", "10"));
    assertThat(model.latestProperty().get()).doesNotContainKey(Gauge.TRAFFIC);
  }

  @Test
  void chosenGaugeIsDrawnOverTheChosenSpan() {
    for (int second = 1; second <= 120; second++) {
      figures(second * SECOND, Map.of("lock_p50_ms", "0.25", "lock_p99_ms", "" + second));
    }
    model.chosenProperty().set(Gauge.LOCK);
    assertThat(model.readingsProperty().get()).hasSize(120);
    assertThat(model.readingsProperty().get().getLast())
        .isEqualTo(new Reading(120_000, 0.25, Double.NaN, 120));
    model.spanProperty().set(ChartsModel.Span.DAY);
    assertThat(model.readingsProperty().get())
        .extracting(Reading::third)
        .containsExactly(59.0, 119.0, 120.0);
    String csv = WatchCsv.readings(Gauge.LOCK, model.readingsProperty().get());
    assertThat(csv).startsWith("time,p50 (millis),p95 (millis),p99 (millis)\r\n");
    assertThat(csv).contains("1970-01-01T00:02:00Z,0.25,,120.0\r\n");
  }

  @Test
  void answerOfAnotherVersionIsNotUnderstoodAndHarmless() {
    figures(SECOND, Map.of("lock_p50_ms", "fast", "memory_used_bytes", "12"));
    assertThat(model.latestProperty().get()).doesNotContainKey(Gauge.LOCK);
    assertThat(model.latestProperty().get().get(Gauge.MEMORY).first()).isEqualTo(12);
  }
}
