package io.timecoin.app.vm.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final News NEWS = new News.NodeHealthy();

  private final List<News> told = new ArrayList<>();
  private final Pace pace = new Pace(told::add);

  @Test
  void aFewAreToldAtOnceAndTheRestByNumber() {
    for (int i = 0; i < 1_000; i++) {
      pace.tell(NEWS, 1_000);
    }
    pace.tick(1_000);
    assertThat(told).hasSize(Pace.AT_ONCE).containsOnly(NEWS);
    pace.tick(1_000 + Pace.PAUSE_MICROS);
    assertThat(told.getLast()).isEqualTo(new News.Several(1_000 - Pace.AT_ONCE));
  }

  @Test
  void burstOfAMinuteIsToldEveryFewSeconds() {
    for (int second = 1; second <= 60; second++) {
      for (int i = 0; i < 250; i++) {
        pace.tell(NEWS, second * 1_000_000L);
      }
      pace.tick(second * 1_000_000L);
    }
    assertThat(told).hasSizeBetween(20, 25);
  }

  @Test
  void quietTimesTellEachOne() {
    for (int i = 1; i <= 10; i++) {
      pace.tell(NEWS, i * Pace.PAUSE_MICROS);
    }
    assertThat(told).hasSize(10).containsOnly(NEWS);
  }
}
