package io.timecoin.node.engine;

import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.protocol.StatusReport.Latency;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finality latency and participation, over the last ones. */
final class Statistics {
  private static final int FINALITY_WINDOW = 1_000;
  private static final int VOTE_WINDOW = 100;
  private static final long DIRECT_MAX_MS = 2_000;
  private static final double DIRECT_SMOOTHING = 64;

  /** The last so many numbers. */
  static final class Window {
    private final long[] values;
    private long count;

    Window(int size) {
      this.values = new long[size];
    }

    void add(long value) {
      values[(int) (count++ % values.length)] = value;
    }

    int size() {
      return (int) Math.min(count, values.length);
    }

    /** Nearest-rank percentile, or null without a value. */
    @Nullable Double percentile(double share) {
      if (size() == 0) {
        return null;
      }
      long[] sorted = Arrays.copyOf(values, size());
      Arrays.sort(sorted);
      return (double) sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
  }

  /** One masternode's votes as received. */
  static final class Voter {
    long prepares;
    long commits;
    @Nullable Long lastVoteMs;
    final Window prepareLatency = new Window(VOTE_WINDOW);
  }

  private double directMs;
  private final Window finality = new Window(FINALITY_WINDOW);
  private final Voter[] voters;

  Statistics(int masternodes) {
    this.voters = new Voter[masternodes];
    Arrays.setAll(voters, _ -> new Voter());
  }

  void voted(int member, VotePhase phase, long nowMs, long afterMs) {
    Voter voter = voters[member];
    voter.lastVoteMs = nowMs;
    if (phase == VotePhase.PREPARE) {
      voter.prepares++;
      voter.prepareLatency.add(afterMs);
    } else {
      voter.commits++;
    }
  }

  /** A vote came from its voter itself, that long after its transaction. */
  void direct(long afterMs) {
    directMs += (Math.min(afterMs, DIRECT_MAX_MS) - directMs) / DIRECT_SMOOTHING;
  }

  /** How long votes take that need nobody's help, smoothed; what is lost on the way not counted. */
  double directMs() {
    return directMs;
  }

  void finalized(long afterMs) {
    finality.add(afterMs);
  }

  Voter voter(int member) {
    return voters[member];
  }

  Latency finality() {
    return new Latency(
        finality.size(),
        finality.percentile(0.50),
        finality.percentile(0.95),
        finality.percentile(0.99));
  }
}
