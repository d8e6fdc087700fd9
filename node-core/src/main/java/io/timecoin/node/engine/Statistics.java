package io.timecoin.node.engine;

import io.timecoin.node.engine.health.RecentValues;
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

  /** One masternode's votes as received. */
  static final class Voter {
    long prepares;
    long commits;
    @Nullable Long lastVoteMs;
    final RecentValues prepareLatency = new RecentValues(VOTE_WINDOW);
  }

  private double directMs;
  private final RecentValues finality = new RecentValues(FINALITY_WINDOW);
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
