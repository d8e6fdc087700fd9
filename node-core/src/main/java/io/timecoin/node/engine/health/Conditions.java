package io.timecoin.node.engine.health;

import org.jspecify.annotations.Nullable;

/**
 * What the runtime sees around the engine.
 *
 * @param busy whether so many events wait that payments are refused
 * @param clockAheadMs how far this node's clock is ahead of most of its peers' (behind: negative);
 *     0 while there are too few of them to tell
 * @param diskFault what the disk said when it last refused, or null while it works
 */
public record Conditions(boolean busy, long clockAheadMs, @Nullable DiskFault diskFault) {
  /** All is well, as far as is known. */
  public static final Conditions GOOD = new Conditions(false, 0, null);

  /** Why the disk refuses and what to do: sentences for the operator. */
  public record DiskFault(String message, String remedy) {}
}
