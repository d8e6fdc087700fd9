package io.timecoin.node.runtime.loop;

import java.time.InstantSource;

/** Milliseconds since 1970 that never go back, even if the system's clock is set. One thread. */
final class NodeClock {
  private final InstantSource source;
  private long latestMs;

  NodeClock(InstantSource source) {
    this.source = source;
  }

  long nowMs() {
    latestMs = Math.max(latestMs, source.millis());
    return latestMs;
  }
}
