package io.timecoin.app.fx.vote;

import java.util.OptionalDouble;

/**
 * One masternode at the vote ring.
 *
 * @param name what people call it, short
 * @param prepareMillis from the broadcast to its prepare vote, where known
 * @param commitMillis from the broadcast to its commit vote, where known
 */
public record Seat(
    String name, SeatState state, OptionalDouble prepareMillis, OptionalDouble commitMillis) {

  /** Nothing heard yet. */
  public static Seat empty(String name) {
    return new Seat(name, SeatState.EMPTY, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Prepared after the given time. */
  public static Seat prepared(String name, double prepareMillis) {
    return new Seat(
        name, SeatState.PREPARED, OptionalDouble.of(prepareMillis), OptionalDouble.empty());
  }

  /** Prepared and committed after the given times. */
  public static Seat committed(String name, double prepareMillis, double commitMillis) {
    return new Seat(
        name,
        SeatState.COMMITTED,
        OptionalDouble.of(prepareMillis),
        OptionalDouble.of(commitMillis));
  }

  /** Voted against. */
  public static Seat rejected(String name) {
    return new Seat(name, SeatState.REJECTED, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Not connected. */
  public static Seat offline(String name) {
    return new Seat(name, SeatState.OFFLINE, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
