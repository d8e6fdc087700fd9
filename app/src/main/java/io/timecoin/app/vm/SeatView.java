package io.timecoin.app.vm;

import java.util.OptionalDouble;

/**
 * One masternode's seat at the vote ring.
 *
 * @param name what people call it
 * @param prepareMillis from when the node first saw the payment, where it voted
 * @param commitMillis the same for its commit vote
 */
public record SeatView(
    String name, Kind kind, OptionalDouble prepareMillis, OptionalDouble commitMillis) {

  /** How far it has come. */
  public enum Kind {
    EMPTY,
    PREPARED,
    COMMITTED,
    REJECTED,
    OFFLINE
  }
}
