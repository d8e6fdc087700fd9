package io.timecoin.app.fx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * How numbers, times and hashes are written, in the manner of a locale and a time zone.
 *
 * <p>Amounts are integers of 10⁻⁸ TIME and never pass through floating point. Safe for any thread.
 */
public record Formats(Locale locale, ZoneId zone) {

  /** The unit of money. */
  public static final String UNIT = "TIME";

  private static final int DECIMALS = 8;
  private static final int DECIMALS_SHOWN_MIN = 2;
  private static final double MILLIS_WITH_DECIMAL_BELOW = 9.95;
  private static final double MILLIS_BELOW = 999.5;
  private static final double SECONDS_MILLIS_BELOW = 59_950;
  private static final int KEPT_FRONT = 8;
  private static final int KEPT_BACK = 6;
  private static final char HARD_SPACE = '\u00A0';

  /** The manner of this desktop. */
  public static Formats standard() {
    return new Formats(Locale.getDefault(Locale.Category.FORMAT), ZoneId.systemDefault());
  }

  /** Units of 10⁻⁸ TIME as "1,000.00": two decimals at least, eight at most, no unit. */
  public String amount(long units) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(DECIMALS_SHOWN_MIN);
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(BigDecimal.valueOf(units, DECIMALS));
  }

  /** Like {@link #amount} with the unit behind: "25.00 TIME". */
  public String amountWithUnit(long units) {
    return amount(units) + HARD_SPACE + UNIT;
  }

  /** Milliseconds as people compare them: "3.1 ms", "12 ms", "1.4 s", "2 min 5 s". */
  public String millis(double millis) {
    if (millis < MILLIS_WITH_DECIMAL_BELOW) {
      return decimals(millis, 1) + HARD_SPACE + "ms";
    }
    if (millis < MILLIS_BELOW) {
      return decimals(millis, 0) + HARD_SPACE + "ms";
    }
    if (millis < SECONDS_MILLIS_BELOW) {
      return decimals(millis / 1000, 1) + HARD_SPACE + "s";
    }
    return age(Duration.ofMillis(Math.round(millis)));
  }

  /** A span in its two largest units: "12 s", "2 min 5 s", "3 h 10 min", "4 d 2 h". */
  public String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return part(seconds, "s");
    }
    if (seconds < 3600) {
      return part(seconds / 60, "min") + rest(seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return part(seconds / 3600, "h") + rest(seconds % 3600 / 60, "min");
    }
    return part(seconds / 86_400, "d") + rest(seconds % 86_400 / 3600, "h");
  }

  /** The time of day with milliseconds, for feeds: "14:03:12.345". */
  public String clock(Instant instant) {
    return DateTimeFormatter.ofPattern("HH:mm:ss.SSS", locale).withZone(zone).format(instant);
  }

  /** Day and time of day in the manner of the locale. */
  public String dateTime(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** A count with thousands separated. */
  public String count(long count) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  /** A part of one as a percentage without decimals. */
  public String percent(double part) {
    return NumberFormat.getPercentInstance(locale).format(part);
  }

  /** Bytes in the largest decimal unit that leaves a whole part: "512 B", "1.2 kB", "3.4 MB". */
  public String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return decimals(value, unit == 0 || value >= 99.5 ? 0 : 1) + HARD_SPACE + units[unit];
  }

  /** A txid or address with its middle left out, or unchanged where that saves nothing. */
  public static String shortened(String hash) {
    if (hash.length() <= KEPT_FRONT + KEPT_BACK + 1) {
      return hash;
    }
    return hash.substring(0, KEPT_FRONT) + "…" + hash.substring(hash.length() - KEPT_BACK);
  }

  private String decimals(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  private static String part(long value, String unit) {
    return value + String.valueOf(HARD_SPACE) + unit;
  }

  private static String rest(long value, String unit) {
    return value == 0 ? "" : " " + part(value, unit);
  }
}
