package io.timecoin.node.p2p.link;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Signs of life of one peer. Anything read is one; while this node itself keeps the peer waiting,
 * silence does not count. The reading thread writes, a timer thread asks.
 */
public final class Liveness {
  private static final double NANOS_PER_MS = 1e6;

  private final long pingNanos;
  private final long silenceNanos;
  private volatile long heardNanos;
  private volatile boolean keptWaiting;
  private volatile double pingMs = Double.NaN;
  private volatile long pendingNonce;
  private volatile long pingSentNanos;
  private volatile long nextPingNanos;
  private long nonces;

  /** Alive at {@code nowNanos} (as {@link System#nanoTime}, in every later call too). */
  public Liveness(Duration ping, Duration silence, long nowNanos) {
    this.pingNanos = ping.toNanos();
    this.silenceNanos = silence.toNanos();
    this.heardNanos = nowNanos;
    this.nextPingNanos = nowNanos;
  }

  /** Bytes arrived. */
  public void heard(long nowNanos) {
    heardNanos = nowNanos;
  }

  /** Until {@link #attend}, this node does not read from the peer. */
  public void neglect() {
    keptWaiting = true;
  }

  /** This node reads again. */
  public void attend(long nowNanos) {
    heardNanos = nowNanos;
    keptWaiting = false;
  }

  /** Whether the peer has been silent for too long. */
  public boolean isSilent(long nowNanos) {
    return !keptWaiting && nowNanos - heardNanos > silenceNanos;
  }

  /** The nonce of a ping to send now, if one is due. For the timer thread. */
  public OptionalLong pingDue(long nowNanos) {
    if (nowNanos - nextPingNanos < 0) {
      return OptionalLong.empty();
    }
    nextPingNanos = nowNanos + pingNanos;
    pingSentNanos = nowNanos;
    pendingNonce = ++nonces;
    return OptionalLong.of(nonces);
  }

  /** Makes the next ping due at once. */
  public void hurry(long nowNanos) {
    nextPingNanos = nowNanos;
  }

  /** An answer came; one with another nonce than the last ping's says nothing. */
  public void pong(long nonce, long nowNanos) {
    if (nonce == pendingNonce && nonce != 0) {
      pendingNonce = 0;
      pingMs = (nowNanos - pingSentNanos) / NANOS_PER_MS;
    }
  }

  /** Milliseconds from the last answered ping to its answer. */
  public OptionalDouble pingMs() {
    double ms = pingMs;
    return Double.isNaN(ms) ? OptionalDouble.empty() : OptionalDouble.of(ms);
  }
}
