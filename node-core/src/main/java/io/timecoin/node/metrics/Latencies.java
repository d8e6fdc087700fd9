package io.timecoin.node.metrics;

import io.micrometer.core.instrument.Timer;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.health.RecentValues;
import io.timecoin.node.finality.VotePhase;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long things take, measured where the engine meets the world: from the thread that read a
 * payment to the moment its consequences are on disk. Safe on any thread.
 */
public final class Latencies {
  /** Payments being timed; past it the oldest is not timed any more. */
  static final int TIMED_MAX = 65_536;

  private static final int RECENT = 1_000;
  private static final int[] PERCENTS = {50, 95, 99};

  private final Measure lock;
  private final Map<VotePhase, Timer> votes = new EnumMap<>(VotePhase.class);
  private final Timer finality;
  private final Measure notify;
  private final Measure query;
  private final Timer fsync;
  private final Map<Txid, Long> readAtNanos =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Txid, Long> eldest) {
          return size() > TIMED_MAX;
        }
      };

  /** Registers its timers. */
  public Latencies(Meters meters) {
    lock = new Measure("lock", meters.timer(Metric.LOCK));
    for (VotePhase phase : VotePhase.values()) {
      votes.put(phase, meters.timer(Metric.VOTE, phase.name().toLowerCase(Locale.ROOT)));
    }
    finality = meters.timer(Metric.FINALITY);
    notify = new Measure("notify", meters.timer(Metric.NOTIFY));
    query = new Measure("query", meters.timer(Metric.QUERY));
    fsync = meters.timer(Metric.FSYNC);
  }

  /** A payment was read from a socket; only the first time counts. */
  public void read(Txid txid) {
    long now = System.nanoTime();
    synchronized (readAtNanos) {
      readAtNanos.putIfAbsent(txid, now);
    }
  }

  /**
   * Records are on disk.
   *
   * @param tookNanos from the call that wrote them to its return
   */
  public void durable(List<JournalRecord> records, long tookNanos) {
    if (!records.isEmpty()) {
      fsync.record(tookNanos, TimeUnit.NANOSECONDS);
    }
    long now = System.nanoTime();
    records.forEach(record -> durable(record, now));
  }

  /** Records of other things than payments are passed over. */
  private void durable(JournalRecord record, long now) {
    if (record instanceof JournalRecord.Admitted admitted && admitted.locked()) {
      Long since = find(admitted.transaction().txid());
      if (since != null) {
        lock.record(now - since);
      }
    } else if (record instanceof JournalRecord.OwnVote own) {
      Timer timer = Objects.requireNonNull(votes.get(own.vote().statement().phase()));
      record(timer, find(own.vote().statement().txid()), now);
    } else if (record instanceof JournalRecord.Finalized done) {
      record(finality, remove(done.certificate().txid()), now);
    } else if (record instanceof JournalRecord.Rejected rejected) {
      remove(rejected.txid());
    }
  }

  private @Nullable Long find(Txid txid) {
    synchronized (readAtNanos) {
      return readAtNanos.get(txid);
    }
  }

  private @Nullable Long remove(Txid txid) {
    synchronized (readAtNanos) {
      return readAtNanos.remove(txid);
    }
  }

  private static void record(Timer timer, @Nullable Long sinceNanos, long nowNanos) {
    if (sinceNanos != null) {
      timer.record(nowNanos - sinceNanos, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * Percentiles of the last {@value #RECENT} locks, notifications and answers, in milliseconds, as
   * {@code lock_p95_ms}; none of what has not happened yet.
   */
  public Map<String, Double> recent() {
    Map<String, Double> all = new LinkedHashMap<>();
    for (Measure measure : List.of(lock, notify, query)) {
      measure.tell(all);
    }
    return all;
  }

  /** One timer, and the last of what it timed. */
  private static final class Measure {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final String name;
    private final Timer timer;
    private final RecentValues recent = new RecentValues(RECENT);

    Measure(String name, Timer timer) {
      this.name = name;
      this.timer = timer;
    }

    void record(long nanos) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
      synchronized (recent) {
        recent.add(nanos);
      }
    }

    void tell(Map<String, Double> all) {
      synchronized (recent) {
        for (int percent : PERCENTS) {
          Double nanos = recent.percentile(percent / 100.0);
          if (nanos != null) {
            all.put(name + "_p" + percent + "_ms", nanos / NANOS_PER_MILLI);
          }
        }
      }
    }
  }

  /** A notification is in its wallet's socket. */
  public void notified(long tookNanos) {
    notify.record(tookNanos);
  }

  /** The answer to a wallet's query is in its socket. */
  public void answered(long tookNanos) {
    query.record(tookNanos);
  }
}
