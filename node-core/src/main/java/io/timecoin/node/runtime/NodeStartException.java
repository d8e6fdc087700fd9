package io.timecoin.node.runtime;

import org.jspecify.annotations.Nullable;

/** Why a node did not start, and what to do: both are sentences for the operator. */
public final class NodeStartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Cause and remedy in words.
   *
   * @param reason one sentence: what stands in the way, with its path, port or value
   * @param remedy one or two sentences: what to do about it
   */
  public NodeStartException(String reason, String remedy, @Nullable Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  /** What stands in the way. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
