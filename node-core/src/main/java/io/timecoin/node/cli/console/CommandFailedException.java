package io.timecoin.node.cli.console;

import org.jspecify.annotations.Nullable;

/**
 * The command cannot do what was asked: one line that says why and what to do, and exit code 1. Not
 * for wrong usage, which is picocli's {@code ParameterException} and exit code 2.
 */
public final class CommandFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String code;

  /** A failure of this side or of the way to the node. */
  public CommandFailedException(String message) {
    this(null, message);
  }

  /** A failure with what caused it; the cause is shown with debug logging only. */
  public CommandFailedException(String message, Throwable cause) {
    super(message, cause);
    this.code = null;
  }

  /**
   * A refusal.
   *
   * @param code stable, as on the wire; null if there is none
   */
  public CommandFailedException(@Nullable String code, String message) {
    super(message, null, false, false); // an answer, not a bug: no stack trace to fill
    this.code = code;
  }

  /** Stable code of a refusal, for programs; {@code failed} where there is none. */
  public String code() {
    return code == null ? "failed" : code;
  }

  /** The line for people. */
  public String line() {
    String message = String.valueOf(getMessage());
    return code == null ? message : code + ": " + message;
  }
}
