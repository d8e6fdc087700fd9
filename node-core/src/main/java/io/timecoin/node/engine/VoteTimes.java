package io.timecoin.node.engine;

import io.timecoin.node.finality.VotePhase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** When each masternode's votes on one transaction arrived, in ms after it was first seen. */
final class VoteTimes {
  private static final long NONE = -1;

  private final long[] prepares;
  private final long[] commits;

  VoteTimes(int masternodes) {
    this.prepares = new long[masternodes];
    this.commits = new long[masternodes];
    Arrays.fill(prepares, NONE);
    Arrays.fill(commits, NONE);
  }

  void arrived(int member, VotePhase phase, long afterMs) {
    (phase == VotePhase.COMMIT ? commits : prepares)[member] = Math.max(0, afterMs);
  }

  @Nullable Long prepareMs(int member) {
    return prepares[member] == NONE ? null : prepares[member];
  }

  @Nullable Long commitMs(int member) {
    return commits[member] == NONE ? null : commits[member];
  }
}
