package io.timecoin.app.vm.dashboard;

import io.timecoin.node.base.Amount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Feed and readings as CSV (RFC 4180): times in UTC as ISO 8601, numbers with a point. All of it is
 * made here or is hexadecimal, so nothing in it can be a formula.
 */
public final class WatchCsv {

  private WatchCsv() {}

  /** Transitions, in the order given. */
  public static String feed(List<FeedView> rows) {
    return text(
        List.of("time", "outpoint", "from", "to", "votes", "amount"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        Instant.ofEpochMilli(row.atMillis()),
                        row.outPoint(),
                        row.from(),
                        row.to(),
                        row.votes(),
                        Amount.ofUnits(row.units()).toTimeString())));
  }

  /** A gauge over time; what is not known is empty. */
  public static String readings(Gauge gauge, List<Reading> rows) {
    String unit = gauge.unit().name().toLowerCase(Locale.ROOT);
    int lines = gauge.lines().size();
    return text(
        Stream.concat(
                Stream.of("time"), gauge.lines().stream().map(line -> line + " (" + unit + ")"))
            .toList(),
        rows.stream()
            .map(
                row ->
                    Stream.concat(
                            Stream.of(Instant.ofEpochMilli(row.atMillis())),
                            Stream.of(row.first(), row.second(), row.third())
                                .limit(lines)
                                .map(value -> Double.isNaN(value) ? "" : value))
                        .toList()));
  }

  private static String text(List<String> header, Stream<? extends List<?>> rows) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.toString();
  }
}
