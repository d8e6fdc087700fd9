package io.timecoin.node.p2p.address;

import io.timecoin.node.base.PublicKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where peers may be, and when to dial each next. Bounded: a new address takes the place of the
 * least useful learnt one, or is refused. Seeds stay. Safe on any thread; times are monotonic
 * milliseconds.
 */
public final class AddressBook {
  /** Failures in a row after which a learnt address that nobody proved itself at is forgotten. */
  static final int FAILURES_MAX = 8;

  private final Map<HostPort, Entry> entries = new HashMap<>();
  private final int max;
  private final Backoff backoff;

  private static final class Entry {
    final HostPort place;
    final long order;
    boolean seed;
    boolean self;
    boolean dialling;
    int failures;
    long nextMs;
    @Nullable PublicKey identity;

    Entry(HostPort place, long order) {
      this.place = place;
      this.order = order;
    }

    boolean replaceable() {
      return !seed && !dialling && (identity == null || failures > 0);
    }
  }

  private long added;

  /** An empty book for so many learnt addresses; seeds come on top. */
  public AddressBook(int max, Backoff backoff) {
    this.max = max;
    this.backoff = backoff;
  }

  /** An address the operator gave: tried for ever, whatever it is. */
  public synchronized void addSeed(HostPort place) {
    entries.computeIfAbsent(place, this::newEntry).seed = true;
  }

  /** An address a peer named; whether the book holds it now. */
  public synchronized boolean learn(HostPort place) {
    return holding(place).isPresent();
  }

  /**
   * An address a peer named as its own, having proved its key. Says nothing about an address that
   * is known already: only whoever answers there can.
   */
  public synchronized void learn(HostPort place, PublicKey identity) {
    if (!entries.containsKey(place)) {
      holding(place).ifPresent(entry -> entry.identity = identity);
    }
  }

  private Optional<Entry> holding(HostPort place) {
    Entry known = entries.get(place);
    if (known != null) {
      return Optional.of(known);
    }
    long learnt = entries.values().stream().filter(entry -> !entry.seed).count();
    if (learnt >= max && !makeRoom()) {
      return Optional.empty();
    }
    return Optional.of(entries.computeIfAbsent(place, this::newEntry));
  }

  private boolean makeRoom() {
    Optional<Entry> worst =
        entries.values().stream()
            .filter(Entry::replaceable)
            .filter(entry -> entry.failures > 0)
            .max(Comparator.comparingInt(entry -> entry.failures));
    worst.ifPresent(entry -> entries.remove(entry.place));
    return worst.isPresent();
  }

  private Entry newEntry(HostPort place) {
    return new Entry(place, added++);
  }

  /**
   * Takes the places to dial now, oldest first; each counts as being dialled until {@link #failed}
   * or {@link #ended}.
   *
   * @param wanted told the identity last met there, or said to be, or null; false leaves the place
   *     alone
   */
  public synchronized List<HostPort> takeDue(
      long nowMs, int most, Predicate<@Nullable PublicKey> wanted) {
    List<Entry> due =
        entries.values().stream()
            .filter(entry -> !entry.self && !entry.dialling && entry.nextMs <= nowMs)
            .sorted(Comparator.comparingLong(entry -> entry.order))
            .filter(entry -> wanted.test(entry.identity))
            .limit(most)
            .toList();
    due.forEach(entry -> entry.dialling = true);
    return due.stream().map(entry -> entry.place).toList();
  }

  /** Someone answered there with this identity. */
  public synchronized void met(HostPort place, PublicKey identity) {
    find(place).ifPresent(entry -> entry.identity = identity);
  }

  /** This node itself answered there. */
  public synchronized void isSelf(HostPort place) {
    find(place).ifPresent(entry -> entry.self = true);
  }

  /** A dial led to nothing, or to a connection that did not last: later again. */
  public synchronized void failed(HostPort place, long nowMs) {
    find(place)
        .ifPresent(
            entry -> {
              entry.dialling = false;
              entry.failures++;
              entry.nextMs = nowMs + backoff.delayMs(entry.failures);
              if (entry.failures >= FAILURES_MAX && !entry.seed && entry.identity == null) {
                entries.remove(place);
              }
            });
  }

  /** A connection that lasted has ended: the first try comes soon again. */
  public synchronized void ended(HostPort place, long nowMs) {
    find(place)
        .ifPresent(
            entry -> {
              entry.dialling = false;
              entry.failures = 0;
              entry.nextMs = nowMs + backoff.delayMs(1);
            });
  }

  /** It is known that this identity is up again: its addresses are due as soon as it is missed. */
  public synchronized void seen(PublicKey identity) {
    for (Entry entry : entries.values()) {
      if (identity.equals(entry.identity)) {
        entry.failures = 0;
        entry.nextMs = 0;
      }
    }
  }

  private Optional<Entry> find(HostPort place) {
    return Optional.ofNullable(entries.get(place));
  }

  /** Whether the operator gave this address. */
  public synchronized boolean isSeed(HostPort place) {
    return find(place).filter(entry -> entry.seed).isPresent();
  }

  /** How many addresses are known. */
  public synchronized int size() {
    return entries.size();
  }

  /** Every known address, oldest first. */
  public synchronized List<HostPort> all() {
    Stream<Entry> sorted =
        entries.values().stream().sorted(Comparator.comparingLong(entry -> entry.order));
    return sorted.map(entry -> entry.place).toList();
  }
}
