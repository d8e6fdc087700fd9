package io.timecoin.node.sim;

import java.util.Locale;
import java.util.Set;

/**
 * One thing that goes wrong in a run. Times are virtual milliseconds since the run began. A run is
 * a function of its seed, its profile and its faults: each can be left out.
 */
public sealed interface Fault {
  /** The kind, for reports. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /** How a cut cuts. */
  enum Cut {
    BOTH_WAYS,
    /** What the first side sends is lost; both still believe in the connection. */
    ONE_WAY,
    /** There and gone, several times. */
    FLAPPING
  }

  /** Where in its work a machine may lose its power. */
  enum Point {
    BEFORE_WRITE,
    HALF_WRITTEN,
    WRITTEN,
    FORCED,
    FILE_CREATED,
    BEFORE_DELETE,
    BEFORE_SEND,
    BEFORE_ARCHIVE,
    ARCHIVED
  }

  /** What a Byzantine masternode does besides keeping silent. */
  enum Lie {
    /** Prepares for it here and against it there. */
    VOTE_BOTH_WAYS,
    /** Commits without a prepare certificate. */
    COMMIT_UNPROVEN,
    /** Puts others' names under its votes. */
    FORGE,
    /** Sends again what others said. */
    REPLAY,
    /** Says final what is not. */
    CLAIM_FINAL,
    /** Promises whatever it hears of. */
    PROMISE_ALL,
    /** Votes for a block, against it, in rounds to come. */
    BLOCK_VOTES,
    /** Proposes different blocks to different nodes. */
    PROPOSE_TWO,
    /** Says it is far ahead. */
    CLAIM_HEIGHT,
    /** Answers those that catch up with blocks that nobody decided. */
    FALSE_BLOCKS,
    /** Sends transactions whose parents do not exist. */
    ORPHANS,
    /** Runs two honest engines under one key and shows each of them to some. */
    TWIN
  }

  /** The masternodes in {@code side} are cut off from the others. */
  record Partition(long atMs, long forMs, Set<Integer> side, Cut cut) implements Fault {
    @Override
    public String kind() {
      return "Partition " + words(cut);
    }
  }

  /** Every wire loses, repeats and delays; chances are per thousand messages. */
  record Weather(long atMs, long forMs, int loss, int duplicates, int delayMaxMs)
      implements Fault {}

  /** The machine loses its power when it passes that point for the {@code nth} time. */
  record Crash(int node, Point point, int nth, long downMs) implements Fault {
    @Override
    public String kind() {
      return "Crash " + words(point);
    }
  }

  /** Every write of that node takes so long. */
  record SlowDisk(int node, long atMs, long forMs, int latencyMs) implements Fault {}

  /** That node's disk refuses to write. */
  record FullDisk(int node, long atMs, long forMs) implements Fault {}

  /** That node's clock is wrong all along, and too fast or slow by parts per million. */
  record Skew(int node, int offsetMs, int driftPpm) implements Fault {}

  /** A client sends that node far more than it may, most of it rubbish. */
  record Flood(int node, long atMs, int messages) implements Fault {}

  /** The wallet of that node reads nothing. */
  record DeafWallet(int node, long atMs, long forMs) implements Fault {}

  /** A wallet signs conflicting payments of a coin and hands them to different nodes. */
  record DoubleSpend(long atMs, int ways) implements Fault {}

  /** That Byzantine masternode does this as well. */
  record Lying(int node, Lie lie) implements Fault {
    @Override
    public String kind() {
      return "Lying " + words(lie);
    }
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
