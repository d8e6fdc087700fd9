package io.timecoin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private final Formats english = new Formats(Locale.UK, ZoneOffset.UTC);
  private final Formats german = new Formats(Locale.GERMANY, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0.00",
        "1|0.00000001",
        "100000000000|1,000.00",
        "2550000000|25.50",
        "-100000000|-1.00",
        "9223372036854775807|92,233,720,368.54775807"
      })
  void amountsKeepEveryUnitAndShowTwoDecimals(long units, String text) {
    assertThat(english.amount(units)).isEqualTo(text);
  }

  @Test
  void amountsFollowTheLocale() {
    assertThat(german.amountWithUnit(123_456_789_000L)).isEqualTo("1.234,56789\u00A0TIME");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.0 ms",
    "3.14,3.1 ms",
    "9.94,9.9 ms",
    "9.96,10 ms",
    "12.4,12 ms",
    "999.4,999 ms",
    "1440,1.4 s",
    "125000,2 min 5 s"
  })
  void shortTimesHaveOneDecimalUnderTen(double millis, String text) {
    assertThat(english.millis(millis).replace('\u00A0', ' ')).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0 s", "59,59 s", "60,1 min", "3661,1 h 1 min", "90000,1 d 1 h"})
  void agesShowTheirTwoLargestUnits(long seconds, String text) {
    assertThat(english.age(Duration.ofSeconds(seconds)).replace('\u00A0', ' ')).isEqualTo(text);
  }

  @Test
  void clockHasMilliseconds() {
    assertThat(english.clock(Instant.parse("2026-11-23T14:03:12.345Z"))).isEqualTo("14:03:12.345");
  }

  @ParameterizedTest
  @CsvSource({"0,0 B", "999,999 B", "1234,1.2 kB", "999600,1.0 MB", "250000000,250 MB"})
  void bytesUseDecimalUnits(long bytes, String text) {
    assertThat(english.bytes(bytes).replace('\u00A0', ' ')).isEqualTo(text);
  }

  @Test
  void longHashesLoseTheirMiddle() {
    assertThat(Formats.shortened("0123456789abcdef".repeat(4))).isEqualTo("01234567…abcdef");
    assertThat(Formats.shortened("short")).isEqualTo("short");
  }
}
