package io.timecoin.node.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MinutesTest {
  @ParameterizedTest
  @CsvSource({"2, PT2M", "0.25, PT15S", "90s, PT1M30S", "500ms, PT0.5S", "1h, PT1H"})
  void minutesOrATimeAreRead(String text, Duration time) {
    assertThat(new Minutes().convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.", "two", "1d", "1e3"})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new Minutes().convert(text))
        .withMessageContaining("minutes such as 2 or 0.25");
  }

  @Test
  void noTimeAtAllIsATime() {
    assertThat(new Minutes().convert("0")).isZero();
  }
}
