package io.timecoin.app.wallet.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Label records of types that mean nothing here, such as {@code xpub}: kept as they came, one for
 * each type and reference.
 */
public final class OtherRecords {

  /** Records of one wallet at most. */
  public static final int RECORDS_MAX = 5_000;

  /** Characters of one record at most. */
  public static final int CHARS_MAX = 2_000;

  /** None. */
  public static final OtherRecords NONE = new OtherRecords(new LinkedHashMap<>());

  private final SequencedMap<List<String>, String> lines;

  /** Keeps the map, filled by {@link #put} and changed by nobody any more. */
  OtherRecords(SequencedMap<List<String>, String> lines) {
    this.lines = Collections.unmodifiableSequencedMap(lines);
  }

  /**
   * Puts that record in place of the one before.
   *
   * @param key type and reference
   * @param line a JSON object
   * @throws IllegalArgumentException if it is too long, or there are too many
   */
  static void put(SequencedMap<List<String>, String> lines, List<String> key, String line) {
    if (line.length() > CHARS_MAX) {
      throw new IllegalArgumentException("record is longer than " + CHARS_MAX + " characters");
    }
    if (lines.size() == RECORDS_MAX && !lines.containsKey(key)) {
      throw new IllegalArgumentException(
          "a wallet keeps at most " + RECORDS_MAX + " records of other kinds");
    }
    lines.put(key, line);
  }

  SequencedMap<List<String>, String> byKey() {
    return lines;
  }

  /** JSON objects, in the order they came. */
  List<String> lines() {
    return List.copyOf(lines.values());
  }

  /** How many there are. */
  public int size() {
    return lines.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OtherRecords that && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return "OtherRecords(" + size() + ")";
  }
}
