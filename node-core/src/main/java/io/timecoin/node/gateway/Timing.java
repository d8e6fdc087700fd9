package io.timecoin.node.gateway;

/**
 * A message whose way to the socket is timed.
 *
 * @param sinceNanos {@code System.nanoTime()} at its cause
 */
record Timing(Kind kind, long sinceNanos) {
  /** What is timed. */
  enum Kind {
    NOTIFICATION,
    ANSWER
  }

  void landed(GatewayTimes times, long nowNanos) {
    switch (kind) {
      case NOTIFICATION -> times.notified(nowNanos - sinceNanos);
      case ANSWER -> times.answered(nowNanos - sinceNanos);
    }
  }
}
