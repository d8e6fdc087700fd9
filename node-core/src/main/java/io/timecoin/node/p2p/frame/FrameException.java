package io.timecoin.node.p2p.frame;

/** A stream that is no sequence of frames; what follows in it cannot be found again. */
public final class FrameException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** A length of zero. */
    EMPTY,
    /** A length above the limit of this moment. */
    TOO_LARGE,
    /** The stream ended inside a frame. */
    TRUNCATED
  }

  private final Reason reason;

  /** Without a stack trace: it is the peer's doing, not a bug. */
  public FrameException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
