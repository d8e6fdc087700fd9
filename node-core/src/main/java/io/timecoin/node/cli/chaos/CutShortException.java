package io.timecoin.node.cli.chaos;

/** Somebody ended the run before its time. */
final class CutShortException extends Exception {
  private static final long serialVersionUID = 1L;

  CutShortException() {
    super("the run was cut short", null, false, false);
  }
}
