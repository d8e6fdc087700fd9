package io.timecoin.node.cli.chaos;

import io.timecoin.node.cli.console.Converters;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 2} or {@code 0.25} minutes, or a time such as {@code 90s}. */
final class Minutes implements ITypeConverter<Duration> {
  private static final double MS_A_MINUTE = 60_000;

  @Override
  public Duration convert(String text) {
    try {
      return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")
          ? Duration.ofMillis(Math.round(Double.parseDouble(text) * MS_A_MINUTE))
          : Converters.duration(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "must be minutes such as 2 or 0.25, or a time such as 90s, 5m or 1h");
    }
  }
}
