package io.timecoin.app.state;

import static io.timecoin.app.state.StageTimes.NEVER;

import io.timecoin.app.state.NetworkState.Link;
import io.timecoin.app.state.NetworkState.Sample;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import java.util.ArrayList;
import java.util.List;

/** Takes what is known of the network one event further. Pure. */
final class NetworkReducer {

  private NetworkReducer() {}

  static NetworkState reduce(NetworkState state, SessionEvent event, long now) {
    return switch (event) {
      case SessionEvent.Connecting _ -> linked(state, Link.CONNECTING, state.reason(), NEVER);
      case SessionEvent.Connected _ -> linked(state, Link.LIVE, "", NEVER);
      case SessionEvent.Disconnected lost ->
          linked(state, Link.LOST, lost.reason(), lost.nextTryAt());
      case SessionEvent.Resyncing _ ->
          new NetworkState(
              state.link(),
              state.reason(),
              state.nextTryAt(),
              state.heardAt(),
              state.report(),
              state.history(),
              state.resyncs() + 1,
              state.blocks(),
              state.operator());
      case SessionEvent.BlockSearched asked -> with(state, asked.begun(state.blocks()));
      case SessionEvent.Received received -> received(state, received.message(), now);
      case SessionEvent.Submitted _, SessionEvent.Watching _, SessionEvent.ProofChecked _ -> state;
    };
  }

  private static NetworkState linked(NetworkState state, Link link, String reason, long nextTry) {
    return new NetworkState(
        link,
        reason,
        nextTry,
        state.heardAt(),
        state.report(),
        state.history(),
        state.resyncs(),
        state.blocks(),
        state.operator());
  }

  private static NetworkState received(NetworkState state, NetworkMessage message, long now) {
    boolean status = message instanceof NetworkMessage.NodeStatus;
    StatusReport report =
        message instanceof NetworkMessage.NodeStatus answer ? answer.report() : state.report();
    return new NetworkState(
        state.link(),
        reason(state, message),
        state.nextTryAt(),
        now,
        report,
        status && report != null ? appended(state.history(), sample(report, now)) : state.history(),
        state.resyncs(),
        blocks(state.blocks(), message),
        operator(state.operator(), message));
  }

  private static NetworkState with(NetworkState state, BlockList blocks) {
    return new NetworkState(
        state.link(),
        state.reason(),
        state.nextTryAt(),
        state.heardAt(),
        state.report(),
        state.history(),
        state.resyncs(),
        blocks,
        state.operator());
  }

  private static OperatorState operator(OperatorState known, NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.AdminResult result -> known.with(result);
      case NetworkMessage.Error error when RequestIds.ADMIN.equals(error.requestId()) ->
          known.refused(error.message());
      default -> known;
    };
  }

  private static BlockList blocks(BlockList known, NetworkMessage message) {
    if (!(message instanceof NetworkMessage.Blocks answer)) {
      return known;
    }
    return RequestIds.blockSearchOf(answer.requestId())
        .map(text -> known.answered(text, answer.blocks()))
        .orElseGet(() -> known.with(answer.blocks()));
  }

  /** A refused subscription leaves a connection that is alive and shows nothing: say why. */
  private static String reason(NetworkState state, NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.Error error when RequestIds.SUBSCRIBE.equals(error.requestId()) ->
          error.message();
      case NetworkMessage.SubscriptionConfirmed _ -> "";
      default -> state.reason();
    };
  }

  private static Sample sample(StatusReport report, long now) {
    StatusReport.Latency finality = report.finality();
    return new Sample(
        now, report.finalized(), finality.p50Ms(), finality.p95Ms(), finality.p99Ms());
  }

  private static List<Sample> appended(List<Sample> history, Sample sample) {
    int from = Math.max(0, history.size() + 1 - NetworkState.HISTORY_MAX);
    List<Sample> longer = new ArrayList<>(history.subList(from, history.size()));
    longer.add(sample);
    return List.copyOf(longer);
  }
}
