package io.timecoin.app.vm.dashboard;

/**
 * What a gauge said at one moment; NaN where it said nothing.
 *
 * @param atMillis since the epoch
 */
public record Reading(long atMillis, double first, double second, double third) {

  static Reading of(long atMillis, double value) {
    return new Reading(atMillis, value, Double.NaN, Double.NaN);
  }

  boolean isEmpty() {
    return Double.isNaN(first) && Double.isNaN(second) && Double.isNaN(third);
  }

  /** The worst of both, line by line, at the moment of the first. */
  Reading worst(Reading other) {
    return new Reading(
        atMillis,
        larger(first, other.first),
        larger(second, other.second),
        larger(third, other.third));
  }

  private static double larger(double one, double other) {
    if (Double.isNaN(one)) {
      return other;
    }
    return Double.isNaN(other) ? one : Math.max(one, other);
  }
}
