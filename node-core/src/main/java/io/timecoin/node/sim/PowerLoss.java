package io.timecoin.node.sim;

/** The machine of a node is off, in the middle of whatever it did. */
final class PowerLoss extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long downMs;

  PowerLoss(long downMs) {
    super("power loss", null, false, false);
    this.downMs = downMs;
  }

  /** Virtual milliseconds until it is on again. */
  long downMs() {
    return downMs;
  }
}
