package io.timecoin.app.wallet.book;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Labels of addresses, transactions and outputs. Immutable. */
public final class Labels {

  /** Characters of one label at most. Source: BIP-329's suggestion. */
  public static final int CHARS_MAX = 255;

  /** Labels of one wallet at most. */
  public static final int LABELS_MAX = 20_000;

  /** No labels. */
  public static final Labels NONE = new Labels(new TreeMap<>());

  /** Characters of all further fields of one record at most. */
  static final int MORE_CHARS_MAX = 1_000;

  private final NavigableMap<LabelTarget, Entry> entries;

  /**
   * A label with what else another wallet wrote beside it.
   *
   * @param text empty if there is none
   * @param more further fields as a JSON object, or empty
   */
  record Entry(String text, String more) {
    boolean isEmpty() {
      return text.isEmpty() && more.isEmpty();
    }
  }

  /** Keeps the map, filled by {@link #put} and changed by nobody any more. */
  Labels(NavigableMap<LabelTarget, Entry> entries) {
    this.entries = Collections.unmodifiableNavigableMap(entries);
  }

  /** The label of an address. */
  public Optional<String> of(Address address) {
    return of(new LabelTarget.OfAddress(address));
  }

  /** The label of a transaction. */
  public Optional<String> of(Txid txid) {
    return of(new LabelTarget.OfTransaction(txid));
  }

  /** The label of an output. */
  public Optional<String> of(OutPoint outPoint) {
    return of(new LabelTarget.OfOutput(outPoint));
  }

  /** The label stuck on that. */
  public Optional<String> of(LabelTarget target) {
    return Optional.of(entry(target).text()).filter(text -> !text.isEmpty());
  }

  /**
   * With another label in place of the one before.
   *
   * @param text is {@link #tidied}; blank takes the label off
   * @throws IllegalArgumentException if it is too long, or there are too many
   */
  public Labels with(LabelTarget target, String text) {
    NavigableMap<LabelTarget, Entry> changed = new TreeMap<>(entries);
    put(changed, target, new Entry(text, entry(target).more()));
    return new Labels(changed);
  }

  /** Puts what is worth keeping; the reason is thrown as of {@link #with}. */
  static void put(NavigableMap<LabelTarget, Entry> entries, LabelTarget target, Entry entry) {
    Entry checked = checked(entry);
    if (checked.isEmpty()) {
      entries.remove(target);
    } else if (entries.size() == LABELS_MAX && !entries.containsKey(target)) {
      throw new IllegalArgumentException("a wallet keeps at most " + LABELS_MAX + " labels");
    } else {
      entries.put(target, checked);
    }
  }

  private static Entry checked(Entry entry) {
    Entry tidy = new Entry(tidied(entry.text()), entry.more());
    if (tidy.text().length() > CHARS_MAX) {
      throw new IllegalArgumentException("label is longer than " + CHARS_MAX + " characters");
    }
    if (tidy.more().length() > MORE_CHARS_MAX) {
      throw new IllegalArgumentException(
          "further fields are longer than " + MORE_CHARS_MAX + " characters");
    }
    return tidy;
  }

  /** Without white space around it and without line breaks or other control characters. */
  public static String tidied(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** How many there are. */
  public int size() {
    return (int) entries.values().stream().filter(entry -> !entry.text().isEmpty()).count();
  }

  Entry entry(LabelTarget target) {
    return entries.getOrDefault(target, new Entry("", ""));
  }

  NavigableMap<LabelTarget, Entry> entries() {
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** A count: labels are private. */
  @Override
  public String toString() {
    return "Labels(" + size() + ")";
  }
}
