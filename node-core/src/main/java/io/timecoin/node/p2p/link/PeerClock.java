package io.timecoin.node.p2p.link;

import java.time.Duration;

/**
 * Another node's clock as it stood at the handshake.
 *
 * @param timeMs milliseconds since 1970 that it said
 * @param heardNanos {@code System.nanoTime()} when it was heard
 */
public record PeerClock(long timeMs, long heardNanos) {
  /**
   * How far a clock here is ahead of it (behind: negative), in milliseconds, the time the message
   * took included. Setting the clock here shows at once, setting theirs after the next handshake.
   *
   * @param nowMs milliseconds since 1970 by the clock here
   * @param nowNanos {@code System.nanoTime()}
   */
  public long aheadMs(long nowMs, long nowNanos) {
    return nowMs - timeMs - Duration.ofNanos(nowNanos - heardNanos).toMillis();
  }
}
