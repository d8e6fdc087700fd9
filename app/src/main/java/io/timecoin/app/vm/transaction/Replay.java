package io.timecoin.app.vm.transaction;

import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.VoteLog;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.SeatView;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.TrackView;
import io.timecoin.app.vm.VoteView;
import io.timecoin.app.vm.VoteViews;
import io.timecoin.node.protocol.StatusReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of one payment, to be looked at again at any moment of it. Nothing is made up:
 * what was not recorded is not shown.
 */
final class Replay {

  private static final double MICROS_PER_MILLI = 1_000;

  private final PaymentView end;
  private final List<Vote> votes;
  private final List<Double> moments;

  /**
   * A vote as it was heard.
   *
   * @param millis since the payment was sent
   */
  private record Vote(String name, VoteLog.Kind kind, double millis) {}

  private Replay(PaymentView end, List<Vote> votes) {
    this.end = end;
    this.votes = votes;
    TreeSet<Double> all = new TreeSet<>(List.of(0.0));
    votes.forEach(vote -> all.add(vote.millis()));
    end.tracks().forEach(track -> track.steps().forEach(step -> add(all, step)));
    end.votes().finalMillis().ifPresent(all::add);
    this.moments = List.copyOf(all);
  }

  /** A block comes seconds later: at this speed nobody would wait for it. */
  private static void add(TreeSet<Double> all, TrackView.Step step) {
    if (step.kind() != StateKind.CONFIRMED && !Double.isNaN(step.millis())) {
      all.add(step.millis());
    }
  }

  /** Empty where no vote was heard, or the payment is still under way. */
  static Optional<Replay> of(
      PaymentView payment,
      WalletTransaction transaction,
      @Nullable VoteLog log,
      @Nullable StatusReport report) {
    if (log == null
        || log.votes().isEmpty()
        || !payment.isFinal()
        || transaction.finalAt() == StageTimes.NEVER) {
      return Optional.empty();
    }
    List<Vote> votes =
        log.votes().stream()
            .map(
                heard ->
                    new Vote(
                        VoteViews.nameOf(report, heard.voter()),
                        heard.kind(),
                        Math.max(0, (heard.at() - transaction.startedAt()) / MICROS_PER_MILLI)))
            .toList();
    return Optional.of(new Replay(payment, votes));
  }

  /** When something happened, in milliseconds since the payment was sent; ascending, from 0 on. */
  List<Double> moments() {
    return moments;
  }

  /** The last of them. */
  double length() {
    return moments.getLast();
  }

  /** The payment as it stood then. */
  PaymentView at(double millis) {
    VoteView seen = votesAt(millis);
    List<TrackView> tracks =
        end.tracks().stream().map(track -> trackAt(track, millis, seen)).toList();
    StateKind kind = kind(seen, tracks);
    PaymentView.Step step =
        switch (kind) {
          case SPENT_FINALIZED -> PaymentView.Step.FINAL;
          case SPENT_PENDING ->
              seen.commits() > 0 ? PaymentView.Step.COMMITTING : PaymentView.Step.PREPARING;
          default -> PaymentView.Step.SUBMITTED;
        };
    return new PaymentView(
        end.txid(),
        end.direction(),
        end.units(),
        end.counterparty(),
        kind,
        step,
        seen,
        end.startedMillis(),
        tracks,
        PaymentView.Reason.NONE,
        PaymentView.Proof.NONE,
        end.blockHeight());
  }

  private static StateKind kind(VoteView votes, List<TrackView> tracks) {
    if (votes.isFinal()) {
      return StateKind.SPENT_FINALIZED;
    }
    if (votes.approvals() > 0) {
      return StateKind.SPENT_PENDING;
    }
    return tracks.isEmpty() ? StateKind.LOCKED : tracks.getFirst().current();
  }

  private VoteView votesAt(double millis) {
    Map<String, SeatView.Kind> heard = new HashMap<>();
    int approvals = 0;
    int commits = 0;
    for (Vote vote : votes) {
      if (vote.millis() <= millis) {
        heard.put(vote.name(), kind(vote.kind()));
        approvals += vote.kind() == VoteLog.Kind.PREPARED ? 1 : 0;
        commits += vote.kind() == VoteLog.Kind.COMMITTED ? 1 : 0;
      }
    }
    VoteView whole = end.votes();
    List<SeatView> seats =
        whole.seats().stream()
            .map(seat -> seatAt(seat, heard.getOrDefault(seat.name(), SeatView.Kind.EMPTY)))
            .toList();
    OptionalDouble finalAt = whole.finalMillis();
    boolean isFinal = finalAt.isPresent() && finalAt.getAsDouble() <= millis;
    return new VoteView(
        seats,
        approvals,
        commits,
        whole.quorum(),
        whole.total(),
        isFinal,
        isFinal ? finalAt : OptionalDouble.empty());
  }

  private static SeatView.Kind kind(VoteLog.Kind kind) {
    return SeatView.Kind.valueOf(kind.name());
  }

  private static SeatView seatAt(SeatView seat, SeatView.Kind kind) {
    boolean away = kind == SeatView.Kind.EMPTY && seat.kind() == SeatView.Kind.OFFLINE;
    return new SeatView(
        seat.name(),
        away ? SeatView.Kind.OFFLINE : kind,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static TrackView trackAt(TrackView track, double millis, VoteView votes) {
    List<TrackView.Step> steps = new ArrayList<>();
    steps.add(track.steps().getFirst());
    for (TrackView.Step step : track.steps().subList(1, track.steps().size())) {
      if (step.kind() != StateKind.CONFIRMED && step.millis() <= millis) { // NaN is never shown
        steps.add(step);
      }
    }
    return new TrackView(
        track.outPoint(), track.units(), List.copyOf(steps), votes.approvals(), votes.total());
  }
}
