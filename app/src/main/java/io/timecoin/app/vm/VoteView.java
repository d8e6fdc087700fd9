package io.timecoin.app.vm;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The votes on one payment.
 *
 * @param finalMillis from the broadcast to final, present exactly when final and seen becoming so
 */
public record VoteView(
    List<SeatView> seats,
    int approvals,
    int commits,
    int quorum,
    int total,
    boolean isFinal,
    OptionalDouble finalMillis) {

  /** Nothing known. */
  public static final VoteView NONE =
      new VoteView(List.of(), 0, 0, 0, 0, false, OptionalDouble.empty());
}
