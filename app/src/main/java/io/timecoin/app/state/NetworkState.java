package io.timecoin.app.state;

import static io.timecoin.app.state.StageTimes.NEVER;

import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection and what the node reports of itself and its network.
 *
 * @param reason why there is no connection or the watch list was refused, else empty
 * @param nextTryAt when the next attempt will be made, or {@link StageTimes#NEVER}
 * @param heardAt when anything was last heard, or {@link StageTimes#NEVER}
 * @param report the latest, or null before the first
 * @param history what the reports said over time, oldest first, at most {@link #HISTORY_MAX}
 * @param resyncs snapshots asked for because notifications were missed
 * @param operator what only the node's operator is told
 * @param blocks the newest of the chain, and those looked for
 */
public record NetworkState(
    Link link,
    String reason,
    long nextTryAt,
    long heardAt,
    @Nullable StatusReport report,
    List<Sample> history,
    int resyncs,
    BlockList blocks,
    OperatorState operator) {

  /** As many as a rate is taken over; charts keep their own. */
  public static final int HISTORY_MAX = 11;

  /** Nothing known. */
  public static final NetworkState START =
      new NetworkState(
          Link.CONNECTING,
          "",
          NEVER,
          NEVER,
          null,
          List.of(),
          0,
          BlockList.EMPTY,
          OperatorState.START);

  /** Whether there is a connection. */
  public enum Link {
    CONNECTING,
    LIVE,
    LOST
  }

  /**
   * One report as a point on a chart; latencies are null while there are none.
   *
   * @param at when it arrived
   */
  public record Sample(
      long at, long finalized, @Nullable Double p50, @Nullable Double p95, @Nullable Double p99) {}
}
