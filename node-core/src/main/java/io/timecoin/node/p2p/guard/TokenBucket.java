package io.timecoin.node.p2p.guard;

/** Allows a rate with bursts of one second's worth. For one thread. */
public final class TokenBucket {
  private static final long MS_PER_SECOND = 1000;

  private final long perSecond;

  /** Thousandths of a token, so that no part of a millisecond's refill is lost. */
  private long milliTokens;

  private long refilledMs;

  /**
   * A full bucket.
   *
   * @param nowMs monotonic milliseconds, as in every later call
   */
  public TokenBucket(int perSecond, long nowMs) {
    if (perSecond < 1) {
      throw new IllegalArgumentException("a rate must be at least 1 a second");
    }
    this.perSecond = perSecond;
    this.milliTokens = perSecond * MS_PER_SECOND;
    this.refilledMs = nowMs;
  }

  /** Takes that many tokens if they are there, else none. */
  public boolean tryTake(int tokens, long nowMs) {
    refill(nowMs);
    if (milliTokens < tokens * MS_PER_SECOND) {
      return false;
    }
    milliTokens -= tokens * MS_PER_SECOND;
    return true;
  }

  /**
   * Takes that many tokens, on credit if need be.
   *
   * @return milliseconds to wait until the credit is paid back; 0 if there was none
   */
  public long take(int tokens, long nowMs) {
    refill(nowMs);
    milliTokens -= tokens * MS_PER_SECOND;
    return milliTokens >= 0 ? 0 : -milliTokens / perSecond + 1;
  }

  private void refill(long nowMs) {
    long elapsed = Math.clamp(nowMs - refilledMs, 0, Integer.MAX_VALUE);
    milliTokens = Math.min(perSecond * MS_PER_SECOND, milliTokens + elapsed * perSecond);
    refilledMs = nowMs;
  }
}
