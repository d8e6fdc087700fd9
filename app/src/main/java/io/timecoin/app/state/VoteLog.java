package io.timecoin.app.state;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The votes on one payment in the order this app heard of them. Unlike the times in a {@link Tally}
 * they are of the same clock as everything else here.
 *
 * @param votes each voter at most once a phase, at most {@link #MAX}
 */
public record VoteLog(List<Heard> votes) {

  /** Both phases of a set of 128 masternodes. */
  public static final int MAX = 256;

  /** No votes. */
  public static final VoteLog EMPTY = new VoteLog(List.of());

  /** What a vote says. */
  public enum Kind {
    PREPARED,
    REJECTED,
    COMMITTED
  }

  /**
   * One vote.
   *
   * @param at when the app heard of it
   */
  public record Heard(PublicKey voter, Kind kind, long at) {}

  private record New(Heard vote, long nodeMs) {}

  /** When the first one was heard, or {@link StageTimes#NEVER}. */
  long since() {
    return votes.isEmpty() ? StageTimes.NEVER : votes.getFirst().at();
  }

  /**
   * With what these seats have voted since. Votes told of together are in the order in which the
   * node received them.
   */
  VoteLog seen(List<Seat> seats, long now) {
    List<New> fresh = new ArrayList<>();
    for (Seat seat : seats) {
      Long prepareMs = seat.prepareMs();
      Long commitMs = seat.commitMs();
      if (prepareMs != null) {
        Kind kind = seat.rejected() ? Kind.REJECTED : Kind.PREPARED;
        fresh.add(new New(new Heard(seat.publicKey(), kind, now), prepareMs));
      }
      if (commitMs != null) {
        fresh.add(new New(new Heard(seat.publicKey(), Kind.COMMITTED, now), commitMs));
      }
    }
    if (fresh.size() <= votes.size() || votes.size() >= MAX) {
      return this; // votes are never taken back
    }
    List<Heard> longer = new ArrayList<>(votes);
    fresh.stream()
        .filter(vote -> votes.stream().noneMatch(known -> isSame(known, vote.vote())))
        .sorted(Comparator.comparingLong(New::nodeMs))
        .limit(MAX - votes.size())
        .forEach(vote -> longer.add(vote.vote()));
    return new VoteLog(List.copyOf(longer));
  }

  private static boolean isSame(Heard one, Heard other) {
    return Objects.equals(one.voter(), other.voter()) && one.kind() == other.kind();
  }
}
