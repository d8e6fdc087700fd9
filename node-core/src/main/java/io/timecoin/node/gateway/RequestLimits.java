package io.timecoin.node.gateway;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much one connection has asked for. Thread-safe. */
final class RequestLimits {
  /** Requests that count together. */
  enum Kind {
    TRANSACTION("transactions"),
    QUERY("state queries"),
    READ("reads"),
    SUBSCRIPTION("subscription requests"),
    OTHER("messages");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }
  }

  private final Map<Kind, Window> windows = new EnumMap<>(Kind.class);
  private final Map<String, Integer> watched = new HashMap<>();
  private final int watchedMax;
  private long watchedTotal;

  RequestLimits(GatewayLimits limits) {
    GatewayLimits.Rates rates = limits.rates();
    Duration second = Duration.ofSeconds(1);
    windows.put(Kind.TRANSACTION, new Window(rates.transactionsPerSecond(), second));
    windows.put(Kind.QUERY, new Window(rates.queriesPerSecond(), second));
    windows.put(Kind.READ, new Window(rates.readsPerSecond(), second));
    windows.put(Kind.OTHER, new Window(rates.othersPerSecond(), second));
    windows.put(
        Kind.SUBSCRIPTION, new Window(rates.subscriptionsPerMinute(), Duration.ofMinutes(1)));
    this.watchedMax = limits.connections().watchedEntries();
  }

  /** Takes one of that kind, unless there were too many. */
  synchronized boolean tryTake(Kind kind, long nowNanos) {
    return window(kind).tryTake(nowNanos);
  }

  /** The limit in words. */
  synchronized String describe(Kind kind) {
    Window window = window(kind);
    String unit = window.length.equals(Duration.ofSeconds(1)) ? "second" : "minute";
    return "at most " + window.max + " " + kind.plural + " a " + unit;
  }

  /**
   * Counts a subscription, in place of an earlier one of the same id.
   *
   * @param entries outpoints and addresses; one without any counts as one, or they were unlimited
   * @return false if that were too many; then nothing has changed
   */
  synchronized boolean tryWatch(String subscriberId, int entries) {
    int counted = Math.max(1, entries);
    long total = watchedTotal - watched.getOrDefault(subscriberId, 0) + counted;
    if (total > watchedMax) {
      return false;
    }
    watchedTotal = total;
    watched.put(subscriberId, counted);
    return true;
  }

  /** Entries that all subscriptions together may have. */
  int watchedMax() {
    return watchedMax;
  }

  /** Entries counted for that subscription, 0 if there is none. */
  synchronized int watchedBy(String subscriberId) {
    return watched.getOrDefault(subscriberId, 0);
  }

  /** The subscription ended. */
  synchronized void unwatch(String subscriberId) {
    Integer entries = watched.remove(subscriberId);
    if (entries != null) {
      watchedTotal -= entries;
    }
  }

  /** Ids of live subscriptions. */
  synchronized Set<String> subscriberIds() {
    return Set.copyOf(watched.keySet());
  }

  private Window window(Kind kind) {
    Window window = windows.get(kind);
    if (window == null) {
      throw new IllegalStateException("no limit for " + kind);
    }
    return window;
  }

  /** At most {@code max} from the first one on, for {@code length}; then it starts anew. */
  private static final class Window {
    private final int max;
    private final Duration length;
    private long startNanos;
    private int taken;

    Window(int max, Duration length) {
      this.max = max;
      this.length = length;
    }

    boolean tryTake(long nowNanos) {
      if (taken == 0 || nowNanos - startNanos >= length.toNanos()) {
        startNanos = nowNanos;
        taken = 0;
      }
      if (taken >= max) {
        return false;
      }
      taken++;
      return true;
    }
  }
}
