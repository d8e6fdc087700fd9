package io.timecoin.node.cli.console;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments become values; what is refused is wrong usage, with the value's own reason. */
public final class Converters {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private Converters() {}

  /** A value's own {@code parse}, which throws {@link IllegalArgumentException}. */
  private interface Parser<T> {
    T parse(String text);
  }

  /** Makes the node's values known to a command line and all its commands. */
  public static void register(CommandLine line) {
    line.registerConverter(Address.class, converter(Address::parse));
    line.registerConverter(Amount.class, converter(Amount::parseTime));
    line.registerConverter(OutPoint.class, converter(OutPoint::parse));
    line.registerConverter(Txid.class, converter(Txid::parse));
    line.registerConverter(Network.class, converter(Network::parse));
    line.registerConverter(Duration.class, converter(Converters::duration));
  }

  private static <T> ITypeConverter<T> converter(Parser<T> parser) {
    return text -> {
      try {
        return parser.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }

  /** {@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}. */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be a time such as 250ms, 10s, 5m or 1h");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
