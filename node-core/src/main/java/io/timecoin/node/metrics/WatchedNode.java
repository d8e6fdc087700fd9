package io.timecoin.node.metrics;

import io.timecoin.node.protocol.StatusReport;
import java.util.Optional;

/** The node as somebody sees it who watches over it. Safe on any thread. */
public interface WatchedNode {
  /** Whether the engine's thread has turned lately. */
  boolean isTurning();

  /** The status now, waiting briefly for the engine; empty if it does not answer. */
  Optional<StatusReport> status();
}
