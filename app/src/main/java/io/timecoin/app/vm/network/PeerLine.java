package io.timecoin.app.vm.network;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A connection of the node; its numbers change where they are. */
public final class PeerLine {

  private static final double MICROS_PER_SECOND = 1_000_000;

  /**
   * What can change.
   *
   * @param name of the masternode, or empty
   * @param inbound whether the other side dialled
   * @param bytesPerSecond in and out, over the last two answers
   * @param sinceMillis milliseconds since 1970, empty if not told
   */
  public record Numbers(
      String name,
      boolean masternode,
      boolean inbound,
      String address,
      String version,
      OptionalDouble pingMillis,
      long bytesIn,
      long bytesOut,
      double bytesPerSecond,
      int score,
      OptionalLong sinceMillis) {}

  private final String id;
  private final String publicKey;
  private final ReadOnlyObjectWrapper<Numbers> numbers;
  private long shownAt;

  PeerLine(Map<String, String> row, String name, long now) {
    this.id = row.getOrDefault("id", "");
    this.publicKey = row.getOrDefault("public_key", "");
    this.numbers = new ReadOnlyObjectWrapper<>(this, "numbers", numbers(row, name, 0));
    this.shownAt = now;
  }

  void show(Map<String, String> row, String name, long now) {
    Numbers before = numbers.get();
    long moved =
        number(row, "bytes_in") + number(row, "bytes_out") - before.bytesIn() - before.bytesOut();
    double seconds = (now - shownAt) / MICROS_PER_SECOND;
    numbers.set(numbers(row, name, seconds > 0 ? moved / seconds : 0));
    shownAt = now;
  }

  private static Numbers numbers(Map<String, String> row, String name, double rate) {
    return new Numbers(
        name,
        "true".equals(row.get("masternode")),
        "inbound".equals(row.get("direction")),
        row.getOrDefault("address", ""),
        row.getOrDefault("version", ""),
        ping(row.getOrDefault("ping_ms", "")),
        number(row, "bytes_in"),
        number(row, "bytes_out"),
        Math.max(0, rate),
        (int) number(row, "score"),
        since(row.getOrDefault("connected_since", "")));
  }

  private static OptionalDouble ping(String text) {
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // a later version says it otherwise
    }
  }

  private static OptionalLong since(String text) {
    try {
      return text.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Instant.parse(text).toEpochMilli());
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  private static long number(Map<String, String> row, String key) {
    try {
      return Long.parseLong(row.getOrDefault(key, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Of the connection, for as long as it lasts. */
  public String id() {
    return id;
  }

  /** Who it proved to be, in hex. */
  public String publicKey() {
    return publicKey;
  }

  /** What can change. */
  public ReadOnlyObjectProperty<Numbers> numbersProperty() {
    return numbers.getReadOnlyProperty();
  }
}
