package io.timecoin.app.vm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DayLogTest {

  private static final long START = 1_000 * DayLog.MINUTE_MILLIS;
  private final DayLog log = new DayLog();

  @Test
  void shortPeakAtNightIsThereInTheMorning() {
    for (long second = 0; second < 10 * 3_600; second++) {
      double value = second == 1_234 ? 900 : 5;
      log.add(new Reading(START + second * 1_000, value, Double.NaN, 1));
    }
    assertThat(log.day()).hasSize(600);
    assertThat(log.day().get(1_234 / 60).first()).isEqualTo(900);
    assertThat(log.day().stream().filter(reading -> reading.first() > 5)).hasSize(1);
    assertThat(log.day()).allMatch(reading -> reading.third() == 1);
    assertThat(log.fine()).hasSize(301);
  }

  @Test
  void dayIsForgottenAfterADay() {
    for (long minute = 0; minute < 3_000; minute++) {
      log.add(Reading.of(START + minute * DayLog.MINUTE_MILLIS, minute));
    }
    assertThat(log.day()).hasSizeBetween(1_440, 1_442);
    assertThat(log.day().getLast().first()).isEqualTo(2_999);
    assertThat(log.fine()).hasSize(6);
  }

  @Test
  void nothingSaidIsNothingKeptAndThePastIsNotRewritten() {
    log.add(Reading.of(START, Double.NaN));
    assertThat(log.day()).isEmpty();
    log.add(Reading.of(START + 5, 1));
    log.add(Reading.of(START + 4, 2));
    assertThat(log.fine()).extracting(Reading::first).containsExactly(1.0);
  }
}
