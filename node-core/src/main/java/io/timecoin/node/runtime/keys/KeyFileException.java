package io.timecoin.node.runtime.keys;

/** A key file that cannot be read or written; the message says why, for people. */
public final class KeyFileException extends Exception {
  private static final long serialVersionUID = 1L;

  KeyFileException(String message) {
    super(message);
  }

  KeyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
