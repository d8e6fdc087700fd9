package io.timecoin.app.vm;

import io.timecoin.app.state.Stage;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.node.protocol.WaitingReason;

/** The states the screens have a badge for. */
public enum StateKind {
  UNSPENT,
  LOCKED,
  SPENT_PENDING,
  SPENT_FINALIZED,
  CONFIRMED,
  REJECTED,
  CONTESTED;

  /** The state of an output. */
  public static StateKind of(Stage stage) {
    return valueOf(stage.name());
  }

  /** The state of a payment. */
  public static StateKind of(WalletTransaction transaction) {
    WaitingReason waiting = transaction.tally().waiting();
    boolean contested =
        waiting != null
            && (waiting.cause() == WaitingReason.Cause.CONFLICT
                || waiting.cause() == WaitingReason.Cause.CONTESTED);
    return switch (transaction.standing()) {
      case SUBMITTED, ACCEPTED -> LOCKED;
      case WAITING -> contested ? CONTESTED : LOCKED;
      case PREPARING, COMMITTING -> contested ? CONTESTED : SPENT_PENDING;
      case FINAL -> SPENT_FINALIZED;
      case CONFIRMED -> CONFIRMED;
      case REJECTED, REFUSED -> REJECTED;
    };
  }
}
