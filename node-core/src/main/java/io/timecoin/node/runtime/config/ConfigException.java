package io.timecoin.node.runtime.config;

/** A setting that cannot be used; the message names the key, where it stands and the reason. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A sentence for the operator. */
  public ConfigException(String message) {
    super(message);
  }
}
