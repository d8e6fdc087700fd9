package io.timecoin.app.wallet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.wallet.history.HistoryRow.Direction;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCsvTest {

  private static final String HEADER =
      "date,txid,direction,amount,fee,balance change,address,label,state,block\r\n";
  private static final Txid TXID = new Txid(0, 0, 0, 1);

  private static HistoryRow row(Direction direction, String label) {
    return new HistoryRow(
        Instant.parse("2026-11-05T10:00:00.987Z"),
        TXID,
        direction,
        Amount.ofUnits(150_000_000),
        direction == Direction.RECEIVED ? Amount.ZERO : Amount.ofUnits(1_000),
        "TIME0abc",
        label,
        "final",
        direction == Direction.SENT ? Optional.of(7L) : Optional.empty());
  }

  private static String written(HistoryRow... rows) throws IOException {
    StringBuilder csv = new StringBuilder();
    HistoryCsv.write(List.of(rows), csv);
    return csv.toString();
  }

  private static String labelOf(String csv) throws IOException {
    List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
    assertThat(records).hasSize(2).allSatisfy(record -> assertThat(record.size()).isEqualTo(10));
    return records.getLast().get(7);
  }

  @Test
  void rowsAreWrittenInTheirOrder() throws IOException {
    assertThat(
            written(
                row(Direction.SENT, "Rent"),
                row(Direction.RECEIVED, ""),
                row(Direction.INTERNAL, "")))
        .isEqualTo(
            (HEADER
                    + "2026-11-05T10:00:00Z,TX,sent,1.5,0.00001,-1.50001,TIME0abc,Rent,final,7\r\n"
                    + "2026-11-05T10:00:00Z,TX,received,1.5,0,1.5,TIME0abc,,final,\r\n"
                    + "2026-11-05T10:00:00Z,TX,internal,1.5,0.00001,-0.00001,TIME0abc,,final,\r\n")
                .replace("TX", TXID.toString()));
  }

  @Test
  void emptyHistoryHasItsHeader() throws IOException {
    assertThat(written()).isEqualTo(HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=\"a\",b"})
  void formulasAreTexts(String label) throws IOException {
    assertThat(labelOf(written(row(Direction.SENT, label)))).isEqualTo("'" + label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "say \"hi\"", "two\r\nlines", " spaces ", "Café 👍", "a=1"})
  void otherTextsAreWhatTheyWere(String label) throws IOException {
    assertThat(labelOf(written(row(Direction.SENT, label)))).isEqualTo(label);
  }

  @Property(tries = 300)
  void noTextLeavesItsCell(@ForAll String label) throws IOException {
    assertThat(labelOf(written(row(Direction.SENT, label)))).isIn(label, "'" + label);
  }
}
