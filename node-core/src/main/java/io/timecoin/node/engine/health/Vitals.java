package io.timecoin.node.engine.health;

import io.timecoin.node.protocol.Health;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.Reason.Code;
import io.timecoin.node.protocol.StatusReport.Join;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the verdict on a node depends on; the verdict is made here and nowhere else.
 *
 * @param halted why it must not vote any more, one sentence each; empty if it may
 * @param member whether its key is in the masternode set
 * @param durable whether the disk takes records
 * @param equivocations proofs held against masternodes
 */
public record Vitals(
    Collection<String> halted,
    boolean member,
    boolean durable,
    int equivocations,
    Quorum quorum,
    Chain chain,
    Conditions conditions) {
  /** A clock this far off is worth a word: timestamps of payments and blocks are judged by it. */
  static final long CLOCK_TOLERANCE_MS = 10_000;

  /**
   * Who is there.
   *
   * @param online masternodes connected, this node included if it is one
   * @param needed that must agree
   */
  public record Quorum(int online, int masternodes, int needed) {}

  /**
   * How far it is.
   *
   * @param height last decided block that it has
   * @param target height that enough masternodes say they have; not above {@code height} if current
   * @param join how far the checkpoint is that it fetches, or null
   */
  public record Chain(long height, long target, @Nullable Join join) {
    /** Of a node that fetches no checkpoint. */
    public Chain(long height, long target) {
      this(height, target, null);
    }
  }

  /** The verdict. */
  public Health health() {
    List<Reason> reasons = new ArrayList<>();
    voting(reasons);
    network(reasons);
    surroundings(reasons);
    return Health.of(reasons);
  }

  /** The verdict where there is no engine any more to ask. */
  public static Health engineStopped() {
    return Health.of(
        List.of(
            new Reason(
                Code.ENGINE_STOPPED,
                "the engine does not turn: nothing is voted on or answered",
                "See the log, restart the node and report this.")));
  }

  private void voting(List<Reason> reasons) {
    for (String cause : halted) {
      reasons.add(
          new Reason(
              Code.HALTED,
              cause,
              "Keep the data folder and report this. To vote again this masternode needs a new key;"
                  + " a restart does not help."));
    }
    if (!member) {
      reasons.add(
          new Reason(
              Code.OBSERVER,
              "this node's key is not in the masternode set: it serves, but does not vote",
              "None is needed if it is meant to observe; otherwise give it the masternode's key"
                  + " (key-file)."));
    }
    if (!durable) {
      reasons.add(disk());
    }
  }

  private Reason disk() {
    Conditions.DiskFault fault = conditions.diskFault();
    return new Reason(
        Code.DISK,
        "the disk takes no writes: it does not vote until they succeed again"
            + (fault == null ? "" : " (" + fault.message() + ")"),
        fault == null ? "Check the disk; writing is tried again by itself." : fault.remedy());
  }

  private void network(List<Reason> reasons) {
    int missing = quorum.masternodes() - quorum.online();
    if (quorum.online() < quorum.needed()) {
      reasons.add(
          new Reason(
              Code.NO_QUORUM,
              "only %d of %d masternodes are connected, %d are needed: nothing becomes final until %d more connect"
                  .formatted(
                      quorum.online(),
                      quorum.masternodes(),
                      quorum.needed(),
                      quorum.needed() - quorum.online()),
              "Check this node's network and firewall and p2p-seeds; if they are in order, others"
                  + " are down: wait."));
    } else if (missing > 0) {
      reasons.add(
          new Reason(
              Code.MASTERNODES_MISSING,
              missing + " of " + quorum.masternodes() + " masternodes are not connected",
              "Payments go on. If it lasts, tell the operators of those that are offline."));
    }
    if (chain.height() < chain.target()) {
      reasons.add(
          new Reason(
              Code.BEHIND,
              "behind: %d of %d blocks; it fetches %s before it votes"
                  .formatted(chain.height(), chain.target(), missing(chain.join())),
              "Wait: it catches up by itself."));
    }
    if (equivocations > 0) {
      reasons.add(
          new Reason(
              Code.EQUIVOCATION,
              equivocations + " proofs of masternodes contradicting themselves",
              "Votes that contradict do not count. Export the proofs and tell the network."));
    }
  }

  private static String missing(@Nullable Join join) {
    if (join == null) {
      return "the rest";
    }
    return join.of() == 0
        ? "a checkpoint"
        : "a checkpoint, %d of %d parts so far,".formatted(join.parts(), join.of());
  }

  private void surroundings(List<Reason> reasons) {
    if (conditions.busy()) {
      reasons.add(
          new Reason(
              Code.BUSY,
              "more arrives than this node can work off: payments of wallets are refused as busy",
              "It passes when the load does. If it does not, the machine is too slow: see CPU and"
                  + " disk."));
    }
    long ahead = conditions.clockAheadMs();
    if (Math.abs(ahead) > CLOCK_TOLERANCE_MS) {
      reasons.add(
          new Reason(
              Code.CLOCK,
              "this computer's clock is %d s %s most peers' clocks"
                  .formatted(Math.abs(ahead) / 1000, ahead > 0 ? "ahead of" : "behind"),
              "Set the clock, best by a time service (NTP)."));
    }
  }
}
