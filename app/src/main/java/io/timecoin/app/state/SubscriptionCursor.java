package io.timecoin.app.state;

import io.timecoin.node.protocol.NetworkMessage;

/**
 * Where a subscription stands in its sequence of notifications. A number left out means that
 * something was missed: everything that follows is worth nothing until a fresh snapshot.
 *
 * @param next the number the next notification must carry; meaningless while out of step
 * @param inStep whether the last snapshot still holds
 */
public record SubscriptionCursor(String subscriberId, long next, boolean inStep) {

  /** Waiting for the first snapshot. */
  public static SubscriptionCursor of(String subscriberId) {
    return new SubscriptionCursor(subscriberId, 0, false);
  }

  /** What to do with a notification. */
  public enum Verdict {
    /** It is the next one. */
    APPLY,
    /** It is older than the snapshot, another subscription's, or a snapshot is awaited. */
    IGNORE,
    /** Something was missed: ask for a snapshot. */
    GAP
  }

  /** The cursor after a notification, and what to do with it. */
  public record Step(SubscriptionCursor cursor, Verdict verdict) {}

  /** Takes the snapshot's first number. */
  public SubscriptionCursor confirmed(NetworkMessage.SubscriptionConfirmed snapshot) {
    return snapshot.subscriberId().equals(subscriberId)
        ? new SubscriptionCursor(subscriberId, snapshot.firstSeq(), true)
        : this;
  }

  /** Looks at a notification's number. */
  public Step accept(NetworkMessage.UtxoStateNotification notification) {
    Long seq = notification.seq();
    if (!inStep || seq == null || !subscriberId.equals(notification.subscriberId())) {
      return new Step(this, Verdict.IGNORE);
    }
    if (seq == next) {
      return new Step(new SubscriptionCursor(subscriberId, next + 1, true), Verdict.APPLY);
    }
    return seq < next
        ? new Step(this, Verdict.IGNORE)
        : new Step(new SubscriptionCursor(subscriberId, next, false), Verdict.GAP);
  }
}
