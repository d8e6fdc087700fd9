package io.timecoin.node.runtime;

/** What this program calls itself. */
public final class NodeVersion {
  /** As in status reports; the pom's version without its snapshot mark. */
  public static final String CURRENT = "0.1.0";

  private NodeVersion() {}
}
