package io.timecoin.node.p2p;

import io.timecoin.node.p2p.link.CloseReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the start. Safe on any thread, cheap to add to. */
public final class PeerCounters {
  private final EnumMap<PeerCounter, LongAdder> counts = new EnumMap<>(PeerCounter.class);
  private final EnumMap<CloseReason, LongAdder> closes = new EnumMap<>(CloseReason.class);

  PeerCounters() {
    for (PeerCounter counter : PeerCounter.values()) {
      counts.put(counter, new LongAdder());
    }
    for (CloseReason reason : CloseReason.values()) {
      closes.put(reason, new LongAdder());
    }
  }

  void add(PeerCounter counter) {
    adder(counts, counter).increment();
  }

  void closed(CloseReason reason) {
    adder(closes, reason).increment();
  }

  /** One of the counts. */
  public long get(PeerCounter counter) {
    return adder(counts, counter).sum();
  }

  /** Connections that ended so. */
  public long get(CloseReason reason) {
    return adder(closes, reason).sum();
  }

  /** All of them by name, e.g. {@code dials} or {@code closed_slow}; names are stable. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((counter, adder) -> all.put(lower(counter), adder.sum()));
    closes.forEach((reason, adder) -> all.put("closed_" + lower(reason), adder.sum()));
    return all;
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static <K extends Enum<K>> LongAdder adder(EnumMap<K, LongAdder> adders, K key) {
    LongAdder adder = adders.get(key);
    if (adder == null) {
      throw new IllegalStateException("every " + key + " has a counter");
    }
    return adder;
  }
}
