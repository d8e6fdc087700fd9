package io.timecoin.node.protocol;

import org.jspecify.annotations.Nullable;

/** A text that is no message, with what to answer. */
public final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String requestId;

  /**
   * What to answer.
   *
   * @param requestId of the refused request, if it could be read
   */
  public ProtocolException(ErrorCode code, String message, @Nullable String requestId) {
    super(message, null, false, false); // an answer, not a bug: no stack trace to fill
    this.code = code;
    this.requestId = requestId;
  }

  /** The stable code. */
  public ErrorCode code() {
    return code;
  }

  /** The answer to send. */
  public NetworkMessage.Error toError() {
    return new NetworkMessage.Error(code, String.valueOf(getMessage()), requestId);
  }
}
