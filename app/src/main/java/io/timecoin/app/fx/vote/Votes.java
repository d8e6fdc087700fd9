package io.timecoin.app.fx.vote;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything a vote ring shows, at one moment.
 *
 * @param seats the masternodes in an order that stays the same, 1…100 or more
 * @param quorum commit votes needed
 * @param finalMillis from the broadcast to the quorum of commits; present exactly when final
 * @param lost whether it will never be final
 */
public record Votes(List<Seat> seats, int quorum, OptionalDouble finalMillis, boolean lost) {

  /** No masternode known yet. */
  public static final Votes NONE = new Votes(List.of(), 0, OptionalDouble.empty(), false);

  public Votes {
    seats = List.copyOf(seats);
  }

  /** Votes still being counted. */
  public static Votes counting(List<Seat> seats, int quorum) {
    return new Votes(seats, quorum, OptionalDouble.empty(), false);
  }

  /** The quorum was reached after the given time. */
  public static Votes finalAfter(double millis, List<Seat> seats, int quorum) {
    return new Votes(seats, quorum, OptionalDouble.of(millis), false);
  }

  /** Nobody waits for the missing votes any more: it will never be final. */
  public static Votes lost(List<Seat> seats, int quorum) {
    return new Votes(seats, quorum, OptionalDouble.empty(), true);
  }

  /** How many seats committed. */
  public int commits() {
    return count(SeatState.COMMITTED);
  }

  /** How many seats prepared, those included that went on to commit. */
  public int prepares() {
    return count(SeatState.PREPARED) + commits();
  }

  /** Whether so few masternodes can still agree that the quorum is out of reach for now. */
  public boolean quorumOutOfReach() {
    int lost = count(SeatState.OFFLINE) + count(SeatState.REJECTED);
    return seats.size() - lost < quorum;
  }

  boolean isFinal() {
    return finalMillis.isPresent();
  }

  private int count(SeatState state) {
    return (int) seats.stream().filter(seat -> seat.state() == state).count();
  }
}
