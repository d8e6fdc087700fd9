package io.timecoin.app.wallet.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.app.wallet.book.LabelTarget.OfOutput;
import io.timecoin.node.base.OutPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Labels and frozen outputs as JSON lines, as other wallets read and write them. Source: BIP-329.
 *
 * <p>What another wallet wrote and we do not know is kept and written again: further fields beside
 * a label, records of other types.
 */
public final class Bip329 {

  /** Characters of a whole file at most. */
  public static final int TEXT_CHARS_MAX = 32 << 20;

  private static final int LINE_CHARS_MAX = 8_000;
  private static final int BAD_LINES_MAX = 1_000;
  private static final String LABEL = "label";
  private static final String SPENDABLE = "spendable";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Bip329() {}

  /**
   * A line that was left out.
   *
   * @param number from 1, as editors count
   * @param reason in English
   */
  public record BadLine(int number, String reason) {}

  /**
   * What an import came to.
   *
   * @param before the book as it was: taking it back undoes the import
   * @param taken lines whose label or frozen mark is in the book now
   * @param kept lines of types that mean nothing here, kept for other wallets
   * @param badLines how many lines were left out
   * @param bad the first {@value #BAD_LINES_MAX} of them
   */
  public record Merged(
      Book before, Book after, int taken, int kept, int badLines, List<BadLine> bad) {}

  /** One JSON object a line, sorted by type and reference, each line ended by a line feed. */
  public static String export(Book book) {
    StringBuilder text = new StringBuilder();
    for (String line : lines(book)) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** The lines of {@link #export}. */
  public static List<String> lines(Book book) {
    NavigableMap<LabelTarget, Labels.Entry> all = new TreeMap<>(book.labels().entries());
    for (OutPoint outPoint : book.frozen().outPoints()) {
      all.putIfAbsent(new OfOutput(outPoint), new Labels.Entry("", ""));
    }
    List<String> lines = new ArrayList<>();
    all.forEach((target, entry) -> lines.add(line(target, entry, book.frozen())));
    lines.addAll(book.others().lines());
    return lines;
  }

  private static String line(LabelTarget target, Labels.Entry entry, Frozen frozen) {
    ObjectNode line = JSON.createObjectNode();
    line.put("type", target.type()).put("ref", target.ref());
    if (!entry.text().isEmpty()) {
      line.put(LABEL, entry.text());
    }
    if (target instanceof OfOutput(OutPoint outPoint) && frozen.contains(outPoint)) {
      line.put(SPENDABLE, false);
    }
    if (!entry.more().isEmpty()) {
      line.setAll(object(entry.more()));
    }
    return line.toString();
  }

  /**
   * Reads lines into a book. A label or mark in the text replaces that in the book; what the text
   * does not mention stays.
   *
   * @throws IllegalArgumentException if the text is longer than {@link #TEXT_CHARS_MAX}
   */
  public static Merged merge(Book book, String text) {
    if (text.length() > TEXT_CHARS_MAX) {
      throw new IllegalArgumentException("the text is longer than " + TEXT_CHARS_MAX);
    }
    Merge merge = new Merge(book);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
    int number = 0;
    for (String line : plain.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        merge.take(number, line);
      }
    }
    return merge.result();
  }

  private static ObjectNode object(String line) {
    if (line.length() > LINE_CHARS_MAX) {
      throw new IllegalArgumentException("line is longer than " + LINE_CHARS_MAX + " characters");
    }
    try {
      if (JSON.readTree(line) instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalArgumentException("line is no JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A book being changed. */
  private static final class Merge {
    private final Book before;
    private final NavigableMap<LabelTarget, Labels.Entry> labels;
    private final NavigableSet<OutPoint> frozen;
    private final SequencedMap<List<String>, String> others;
    private final List<BadLine> bad = new ArrayList<>();
    private int taken;
    private int kept;
    private int badLines;

    Merge(Book before) {
      this.before = before;
      this.labels = new TreeMap<>(before.labels().entries());
      this.frozen = new TreeSet<>(before.frozen().outPoints());
      this.others = new LinkedHashMap<>(before.others().byKey());
    }

    void take(int number, String line) {
      try {
        take(object(line));
      } catch (IllegalArgumentException e) {
        badLines++;
        if (bad.size() < BAD_LINES_MAX) {
          bad.add(new BadLine(number, String.valueOf(e.getMessage())));
        }
      }
    }

    private void take(ObjectNode line) {
      String type = text(line, "type");
      String ref = text(line, "ref");
      Optional<LabelTarget> target = LabelTarget.parse(type, ref);
      if (target.isEmpty()) {
        OtherRecords.put(others, List.of(type, ref), line.toString());
        kept++;
      } else {
        take(target.get(), line);
        taken++;
      }
    }

    /** Checks everything before it changes anything. */
    private void take(LabelTarget target, ObjectNode line) {
      Labels.Entry old = labels.getOrDefault(target, new Labels.Entry("", ""));
      line.remove(List.of("type", "ref"));
      String label = line.has(LABEL) ? text(line, LABEL) : old.text();
      line.remove(LABEL);
      Optional<Boolean> spendable = Optional.empty();
      if (target instanceof OfOutput) {
        spendable = spendable(line.remove(SPENDABLE));
      }
      boolean freezes = !spendable.orElse(true);
      if (freezes && frozen.size() == Frozen.OUTPOINTS_MAX) {
        throw new IllegalArgumentException(
            "a wallet keeps at most " + Frozen.OUTPOINTS_MAX + " outputs frozen");
      }
      Labels.put(
          labels, target, new Labels.Entry(label, line.isEmpty() ? old.more() : line.toString()));
      if (target instanceof OfOutput(OutPoint outPoint) && spendable.isPresent()) {
        if (freezes) {
          frozen.add(outPoint);
        } else {
          frozen.remove(outPoint);
        }
      }
    }

    Merged result() {
      Book after =
          new Book(
              new Labels(labels), before.contacts(), new Frozen(frozen), new OtherRecords(others));
      return new Merged(before, after, taken, kept, badLines, List.copyOf(bad));
    }
  }

  private static String text(ObjectNode line, String field) {
    JsonNode value = line.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("\"" + field + "\" must be a text");
    }
    return value.textValue();
  }

  private static Optional<Boolean> spendable(@Nullable JsonNode value) {
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("\"spendable\" must be true or false");
    }
    return Optional.of(value.booleanValue());
  }
}
