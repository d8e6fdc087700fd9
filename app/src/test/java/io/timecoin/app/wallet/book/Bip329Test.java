package io.timecoin.app.wallet.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.wallet.book.Bip329.BadLine;
import io.timecoin.app.wallet.book.LabelTarget.OfAddress;
import io.timecoin.app.wallet.book.LabelTarget.OfOutput;
import io.timecoin.app.wallet.book.LabelTarget.OfTransaction;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bip329Test {

  private static final String TX =
      "f91d0a8a78462bc59398f2c5d7a84fcff491c26ba54c4833478b202796c8aafd";
  private static final OutPoint OUTPUT = OutPoint.parse(TX + ":1");
  private static final Address MINE = Address.of(AddressVersion.TEST, new byte[20]);

  /** The standard's own example, with the address of this network. */
  private static final String STANDARD =
      """
      { "type": "tx", "ref": "%1$s", "label": "Transaction", "origin": "wpkh([d34db33f/84'/0'/0'])" }
      { "type": "addr", "ref": "%2$s", "label": "Address" }
      { "type": "pubkey", "ref": "0283409659355b6d1cc3c32decd5d561abaac86c37a353b52895a5e6c196d6f448", "label": "Public Key" }
      { "type": "input", "ref": "%1$s:0", "label": "Input" }
      { "type": "output", "ref": "%1$s:1", "label": "Output", "spendable": false }
      { "type": "xpub", "ref": "xpub661MyMwAqRbcFtXgS5s", "label": "Extended Public Key" }
      { "type": "tx", "ref": "f546156d9044844e02b181026a1a407abfca62e7ea1159f87bbeaa77b4286c74", "label": "Account #1 Transaction", "origin": "wpkh([d34db33f/84'/0'/1'])" }
      """
          .formatted(TX, MINE);

  private static Book book(String lines) {
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, lines);
    assertThat(merged.bad()).isEmpty();
    return merged.after();
  }

  private static String output(String fields) {
    return "{\"type\":\"output\",\"ref\":\"" + OUTPUT + "\"" + fields + "}\n";
  }

  @Test
  void exampleOfTheStandardIsUnderstood() {
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, STANDARD);
    assertThat(merged.bad()).isEmpty();
    assertThat(merged.taken()).isEqualTo(4);
    assertThat(merged.kept()).isEqualTo(3);
    Labels labels = merged.after().labels();
    assertThat(labels.of(Txid.parse(TX))).contains("Transaction");
    assertThat(labels.of(MINE)).contains("Address");
    assertThat(labels.of(OUTPUT)).contains("Output");
    assertThat(labels.size()).isEqualTo(4);
    assertThat(merged.after().frozen().outPoints()).containsExactly(OUTPUT);
  }

  @Test
  void nothingOfTheExampleIsLostWhenItIsWrittenAgain() {
    String written = Bip329.export(book(STANDARD));
    assertThat(written)
        .contains("\"origin\":\"wpkh([d34db33f/84'/0'/0'])\"", "Extended Public Key", "\"input\"")
        .contains(
            "{\"type\":\"output\",\"ref\":\""
                + OUTPUT
                + "\",\"label\":\"Output\",\"spendable\":false}\n");
    assertThat(written.lines()).hasSize(7);
    assertThat(book(written)).isEqualTo(book(STANDARD));
    assertThat(Bip329.export(book(written))).isEqualTo(written);
  }

  @Test
  void importCanBeUndone() {
    Book before = book(output(",\"label\":\"before\""));
    Bip329.Merged merged = Bip329.merge(before, output(",\"label\":\"after\",\"spendable\":false"));
    assertThat(merged.after().labels().of(OUTPUT)).contains("after");
    assertThat(merged.before()).isSameAs(before);
    assertThat(before.labels().of(OUTPUT)).contains("before");
    assertThat(before.frozen()).isEqualTo(Frozen.NONE);
  }

  @Test
  void whatALineDoesNotMentionStays() {
    Book before = book(output(",\"label\":\"mine\",\"spendable\":false,\"value\":7"));
    assertThat(Bip329.merge(before, output("")).after()).isEqualTo(before);
    Book relabelled = Bip329.merge(before, output(",\"label\":\"other\"")).after();
    assertThat(relabelled.frozen().contains(OUTPUT)).isTrue();
    assertThat(Bip329.export(relabelled)).contains("\"value\":7", "other");
    Book thawed = Bip329.merge(before, output(",\"spendable\":true")).after();
    assertThat(thawed.frozen()).isEqualTo(Frozen.NONE);
    assertThat(thawed.labels().of(OUTPUT)).contains("mine");
  }

  @Test
  void labelAndMarkOfTheSameOutputMayComeInTwoLines() {
    Book both = book(output(",\"label\":\"mine\"") + output(",\"spendable\":false"));
    assertThat(both.labels().of(OUTPUT)).contains("mine");
    assertThat(both.frozen().contains(OUTPUT)).isTrue();
  }

  @Test
  void emptyLabelTakesTheLabelOff() {
    Book before = book(output(",\"label\":\"mine\""));
    assertThat(Bip329.merge(before, output(",\"label\":\"\"")).after().labels())
        .isEqualTo(Labels.NONE);
  }

  @Test
  void numbersOfOtherWalletsKeepTheirDigits() {
    String line =
        "{\"type\":\"tx\",\"ref\":\""
            + TX
            + "\",\"rate\":{\"USD\":105620.00},\"fee\":18446744073709551616}\n";
    assertThat(Bip329.export(book(line))).isEqualTo(line);
  }

  @Test
  void badLinesAreLeftOutWithTheirNumberAndReason() {
    String text =
        "\uFEFF"
            + output(",\"label\":\"good\"")
            + "\r\n"
            + "rubbish\r\n"
            + output(",\"label\":\"better\"");
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, text);
    assertThat(merged.after().labels().of(OUTPUT)).contains("better");
    assertThat(merged.badLines()).isEqualTo(1);
    assertThat(merged.bad()).singleElement().extracting(BadLine::number).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                        | line is no JSON object
          1                                         | line is no JSON object
          {                                         | line is not JSON
          {} {}                                     | line is not JSON
          {"type":"tx","type":"tx"}                 | line is not JSON
          {"ref":"x","label":"y"}                   | "type" must be a text
          {"type":"tx","label":"y"}                 | "ref" must be a text
          {"type":"tx","ref":7}                     | "ref" must be a text
          {"type":"tx","ref":"abc"}                 | 64 hex characters
          {"type":"addr","ref":"bc1q34aq5drpuwy3w"} | TIME1 or TIME0
          {"type":"output","ref":"abc"}             | txid:vout
          OUTPUT,"label":7}                         | "label" must be a text
          OUTPUT,"spendable":"false"}               | "spendable" must be true or false
          OUTPUT,"spendable":0}                     | "spendable" must be true or false
          """)
  void reasonsAreExact(String line, String reason) {
    String full = line.replace("OUTPUT", "{\"type\":\"output\",\"ref\":\"" + OUTPUT + "\"");
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, full);
    assertThat(merged.after()).isEqualTo(Book.EMPTY);
    assertThat(merged.bad())
        .singleElement()
        .satisfies(bad -> assertThat(bad.reason()).contains(reason));
  }

  @Test
  void tooMuchIsRefusedLineByLine() {
    String longLabel = output(",\"label\":\"" + "x".repeat(256) + "\"");
    String longMore = output(",\"origin\":\"" + "x".repeat(1_000) + "\"");
    String longOther = "{\"type\":\"xpub\",\"ref\":\"" + "x".repeat(2_000) + "\"}\n";
    String longLine = output(",\"label\":\"" + "x".repeat(8_000) + "\"");
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, longLabel + longMore + longOther + longLine);
    assertThat(merged.badLines()).isEqualTo(4);
    assertThat(merged.after()).isEqualTo(Book.EMPTY);
    assertThat(merged.bad())
        .extracting(BadLine::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("255"),
            reason -> assertThat(reason).contains("1000"),
            reason -> assertThat(reason).contains("2000"),
            reason -> assertThat(reason).contains("8000"));
  }

  @Test
  void endlessLabelsAndMarksStopAtTheirBounds() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Labels.LABELS_MAX + 1_500; i++) {
      OutPoint outPoint = new OutPoint(new Txid(1, 2, 3, 4), i);
      text.append("{\"type\":\"output\",\"ref\":\"")
          .append(outPoint)
          .append("\",\"label\":\"x\"")
          .append(i % 3 == 0 ? ",\"spendable\":false}" : "}")
          .append('\n');
    }
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, text.toString());
    assertThat(merged.after().labels().size()).isEqualTo(Labels.LABELS_MAX);
    assertThat(merged.badLines()).isEqualTo(1_500);
    assertThat(merged.bad()).hasSize(1_000);
  }

  @Property(tries = 300)
  void whatWasWrittenIsRead(
      @ForAll("labels") Map<LabelTarget, String> labels,
      @ForAll @Size(max = 5) Set<@IntRange(min = 0, max = 9) Integer> frozen) {
    Book book = Book.EMPTY;
    for (var label : labels.entrySet()) {
      book = book.with(book.labels().with(label.getKey(), label.getValue()));
    }
    TreeSet<OutPoint> outPoints = new TreeSet<>();
    frozen.forEach(vout -> outPoints.add(new OutPoint(new Txid(0, 0, 0, 1), vout)));
    book = book.with(new Frozen(outPoints));
    Bip329.Merged merged = Bip329.merge(Book.EMPTY, Bip329.export(book));
    assertThat(merged.bad()).isEmpty();
    assertThat(merged.after()).isEqualTo(book);
  }

  @Provide
  Arbitrary<Map<LabelTarget, String>> labels() {
    Arbitrary<LabelTarget> targets =
        Arbitraries.integers()
            .between(0, 9)
            .flatMap(
                i ->
                    Arbitraries.of(
                        new OfTransaction(new Txid(0, 0, 0, i)),
                        new OfOutput(new OutPoint(new Txid(0, 0, 0, 1), i)),
                        new OfAddress(Address.of(AddressVersion.MAIN, new byte[20]))));
    return Arbitraries.maps(targets, Arbitraries.strings().ofMaxLength(60))
        .ofMaxSize(8)
        .map(TreeMap::new);
  }

  @Test
  void labelsAreTidied() {
    Labels labels = Labels.NONE.with(new OfOutput(OUTPUT), " two\nlines\u0000 ");
    assertThat(labels.of(OUTPUT)).contains("two lines");
    assertThat(labels.with(new OfOutput(OUTPUT), "  ")).isEqualTo(Labels.NONE);
    assertThat(labels).hasToString("Labels(1)");
    assertThatThrownBy(() -> labels.with(new OfOutput(OUTPUT), "x".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void frozenCoinsCanBeThawed() {
    Frozen frozen = Frozen.NONE.with(OUTPUT, true);
    assertThat(frozen.contains(OUTPUT)).isTrue();
    assertThat(frozen.with(OUTPUT, false)).isEqualTo(Frozen.NONE);
  }
}
