package io.timecoin.app.wallet.history;

import io.timecoin.node.base.Amount;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a history as CSV (RFC 4180): commas, lines end with CR LF, times in UTC as ISO 8601,
 * amounts in TIME with a point, nothing that depends on a language.
 *
 * <p>Labels come from people and addresses from the network: a text that a spreadsheet would
 * compute begins with an apostrophe here. Numbers are ours and stay numbers, also negative ones.
 */
public final class HistoryCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "date",
              "txid",
              "direction",
              "amount",
              "fee",
              "balance change",
              "address",
              "label",
              "state",
              "block")
          .get();

  /** What spreadsheets take for the begin of a formula. Source: OWASP, CSV injection. */
  private static final String FORMULA_BEGINS = "=+-@\t\r\n";

  private HistoryCsv() {}

  /**
   * Writes the header and the rows, in their order.
   *
   * @throws IOException if {@code out} does
   */
  public static void write(List<HistoryRow> rows, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    for (HistoryRow row : rows) {
      printer.printRecord(
          row.date().truncatedTo(ChronoUnit.SECONDS),
          row.txid(),
          row.direction().name().toLowerCase(Locale.ROOT),
          row.amount().toTimeString(),
          row.fee().toTimeString(),
          signed(row.balanceChange()),
          harmless(row.address()),
          harmless(row.label()),
          harmless(row.state()),
          row.block().map(String::valueOf).orElse(""));
    }
  }

  private static String signed(long units) {
    String absolute = Amount.ofUnits(Math.abs(units)).toTimeString();
    return units < 0 ? "-" + absolute : absolute;
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
