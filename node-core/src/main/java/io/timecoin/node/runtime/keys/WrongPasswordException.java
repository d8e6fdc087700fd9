package io.timecoin.node.runtime.keys;

/** The box does not open: another password, or changed bytes. Nothing tells them apart. */
final class WrongPasswordException extends Exception {
  private static final long serialVersionUID = 1L;

  WrongPasswordException(Throwable cause) {
    super(cause);
  }
}
