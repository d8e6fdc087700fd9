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
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        printer(text, List.of("time", "outpoint", "from", "to", "votes", "amount"))) {
      for (FeedView row : rows) {
        printer.printRecord(
            Instant.ofEpochMilli(row.atMillis()),
            row.outPoint(),
            row.from(),
            row.to(),
            row.votes(),
            Amount.ofUnits(row.units()).toTimeString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.toString();
  }

  /** A gauge over time; what is not known is empty. */
  public static String readings(Gauge gauge, List<Reading> rows) {
    String unit = gauge.unit().name().toLowerCase(Locale.ROOT);
    List<String> header =
        Stream.concat(
                Stream.of("time"), gauge.lines().stream().map(line -> line + " (" + unit + ")"))
            .toList();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = printer(text, header)) {
      for (Reading row : rows) {
        printer.print(Instant.ofEpochMilli(row.atMillis()));
        double[] values = {row.first(), row.second(), row.third()};
        for (int line = 0; line < gauge.lines().size(); line++) {
          printer.print(Double.isNaN(values[line]) ? "" : values[line]);
        }
        printer.println();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.toString();
  }

  private static CSVPrinter printer(Appendable to, List<String> header) throws IOException {
    return new CSVPrinter(
        to, CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get());
  }
}
