package io.timecoin.node.cli.client;

/** The connection to the node ended, or never began; the message says why. */
public final class ConnectionLostException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason, in words. */
  public ConnectionLostException(String message) {
    super(message, null, false, false); // the network's doing, not a bug
  }
}
