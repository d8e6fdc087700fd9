package io.timecoin.app.view;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.Walk;
import io.timecoin.app.fx.vote.Seat;
import io.timecoin.app.fx.vote.SeatState;
import io.timecoin.app.fx.vote.Votes;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.SeatView;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.TrackView;
import io.timecoin.app.vm.VoteView;
import java.util.List;

/** How what view-models say looks. */
public final class Looks {

  private Looks() {}

  /** The badge of a state. */
  public static BadgeState badge(StateKind kind) {
    return BadgeState.valueOf(kind.name());
  }

  /** The ring of these votes. */
  public static Votes votes(VoteView view) {
    List<Seat> seats = view.seats().stream().map(Looks::seat).toList();
    return view.isFinal() && view.finalMillis().isPresent()
        ? Votes.finalAfter(view.finalMillis().getAsDouble(), seats, view.quorum())
        : Votes.counting(seats, view.quorum());
  }

  /** The ring of a payment; one that will never be final waits for no votes. */
  public static Votes votes(PaymentView payment) {
    VoteView view = payment.votes();
    return payment.isSettled() && !payment.isFinal()
        ? Votes.lost(view.seats().stream().map(Looks::seat).toList(), view.quorum())
        : votes(view);
  }

  /** Whether there is a ring to show: not of what became final before the app looked. */
  public static boolean votesKnown(PaymentView payment) {
    return !payment.isFinal() || payment.votes().approvals() > 0;
  }

  /** The way of an output. */
  public static Walk walk(TrackView track) {
    return new Walk(
        track.steps().stream()
            .map(step -> new Walk.Step(badge(step.kind()), step.millis()))
            .toList(),
        track.votes(),
        track.total());
  }

  /** A name as it is, an address or txid with its middle left out. */
  public static String who(String nameOrAddress) {
    return Formats.shortened(nameOrAddress);
  }

  private static Seat seat(SeatView seat) {
    return new Seat(
        seat.name(),
        SeatState.valueOf(seat.kind().name()),
        seat.prepareMillis(),
        seat.commitMillis());
  }
}
