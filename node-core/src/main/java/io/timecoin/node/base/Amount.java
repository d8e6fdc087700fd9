package io.timecoin.node.base;

/**
 * An amount of money in units; 1 TIME = 100 000 000 units. Never negative, never a fraction.
 *
 * @param units 0 to 2^63−1
 */
public record Amount(long units) implements Comparable<Amount> {
  /** Units in one TIME. */
  public static final long UNITS_PER_TIME = 100_000_000L;

  /** Nothing. */
  public static final Amount ZERO = new Amount(0);

  private static final int DECIMALS = 8;

  /** Refuses a negative number. */
  public Amount {
    if (units < 0) {
      throw new IllegalArgumentException("amount must not be negative");
    }
  }

  /** An amount given in units. */
  public static Amount ofUnits(long units) {
    return new Amount(units);
  }

  /** An amount of whole TIME. */
  public static Amount ofTime(long time) {
    return new Amount(Math.multiplyExact(time, UNITS_PER_TIME));
  }

  /**
   * Reads a decimal number of TIME such as {@code 25} or {@code 0.00001}: at most eight decimals, a
   * point, no sign, no exponent, no grouping.
   *
   * @throws IllegalArgumentException with the reason, if it is anything else or too large
   */
  public static Amount parseTime(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String fraction = point < 0 ? "" : text.substring(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || !digits(whole + fraction)) {
      throw new IllegalArgumentException("amount must be a decimal number of TIME, like 25 or 0.5");
    }
    if (fraction.length() > DECIMALS) {
      throw new IllegalArgumentException("TIME has at most 8 decimals");
    }
    try {
      return new Amount(
          Long.parseLong(whole + fraction + "0".repeat(DECIMALS - fraction.length())));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("amount is too large", e);
    }
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException past 2^63−1
   */
  public Amount plus(Amount other) {
    return new Amount(Math.addExact(units, other.units));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException if it would be negative
   */
  public Amount minus(Amount other) {
    return new Amount(units - other.units);
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(units, other.units);
  }

  /** TIME without trailing zeros and without the unit: {@code 25}, {@code 0.00001}. */
  public String toTimeString() {
    long fraction = units % UNITS_PER_TIME;
    if (fraction == 0) {
      return Long.toString(units / UNITS_PER_TIME);
    }
    String digits = Long.toString(UNITS_PER_TIME + fraction).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return units / UNITS_PER_TIME + "." + digits.substring(0, end);
  }

  @Override
  public String toString() {
    return toTimeString() + " TIME";
  }
}
