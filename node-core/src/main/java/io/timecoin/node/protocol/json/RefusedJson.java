package io.timecoin.node.protocol.json;

import io.timecoin.node.protocol.ErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is not the value expected, with where and why. A wrong type or a missing field is
 * malformed; for a wrong value, the place it stands in decides the code.
 */
public final class RefusedJson extends IOException {
  private static final long serialVersionUID = 1L;

  private final @Nullable ErrorCode code;
  private final String path;
  private final String reason;

  private RefusedJson(@Nullable ErrorCode code, String path, String reason) {
    super(path.isEmpty() ? reason : path + ": " + reason);
    this.code = code;
    this.path = path;
    this.reason = reason;
  }

  /** A field is missing or of the wrong JSON type. */
  public static RefusedJson shape(String reason) {
    return new RefusedJson(ErrorCode.MALFORMED, "", reason);
  }

  /** The type is right, the value is not. */
  public static RefusedJson value(String reason) {
    return new RefusedJson(null, "", reason);
  }

  /** The value's own class refused it. */
  static RefusedJson value(IllegalArgumentException refusal) {
    return value(String.valueOf(refusal.getMessage()));
  }

  /** Refused with a code of its own, whatever the place. */
  static RefusedJson of(ErrorCode code, String reason) {
    return new RefusedJson(code, "", reason);
  }

  /** Inside of that field or {@code [index]}. */
  RefusedJson in(String step) {
    boolean joined = path.isEmpty() || path.startsWith("[");
    return new RefusedJson(code, step + (joined ? "" : ".") + path, reason);
  }

  /** With the code of the place, unless it has its own. */
  RefusedJson as(ErrorCode place) {
    return code == null ? new RefusedJson(place, path, reason) : this;
  }

  /** What to answer. */
  public ErrorCode code() {
    return code == null ? ErrorCode.MALFORMED : code;
  }

  /** An answer to bad input, not a bug: filling the stack would cost more than the parsing. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing is shared
  public Throwable fillInStackTrace() {
    return this;
  }
}
