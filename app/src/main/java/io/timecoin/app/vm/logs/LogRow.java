package io.timecoin.app.vm.logs;

/**
 * A line of the log.
 *
 * @param number from 1, each once
 * @param atMillis milliseconds since 1970
 * @param source what said it, short
 * @param text may have several lines
 */
public record LogRow(long number, long atMillis, Weight weight, String source, String text) {

  /** How much a line matters, least first. */
  public enum Weight {
    DETAIL,
    INFO,
    WARNING,
    ERROR
  }
}
