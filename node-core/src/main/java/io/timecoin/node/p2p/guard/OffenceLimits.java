package io.timecoin.node.p2p.guard;

import java.time.Duration;

/**
 * When misbehaviour leads to a ban.
 *
 * @param points one offence's
 * @param banScore points that lead to a ban
 * @param forgivenPerMinute points a culprit loses by behaving
 * @param ban how long it lasts
 * @param rememberedMax culprits with a score, and again with a ban
 */
public record OffenceLimits(
    int points, int banScore, int forgivenPerMinute, Duration ban, int rememberedMax) {
  /** Five offences at once, or one every two minutes for long, mean ten minutes outside. */
  public static final OffenceLimits DEFAULT =
      new OffenceLimits(20, 100, 10, Duration.ofMinutes(10), 10_000);

  /** Refuses limits that ban for nothing or never. */
  public OffenceLimits {
    if (points < 1 || banScore < 1 || forgivenPerMinute < 0 || rememberedMax < 1) {
      throw new IllegalArgumentException("offence limits must be positive");
    }
    if (ban.isNegative() || ban.isZero()) {
      throw new IllegalArgumentException("a ban must last some time");
    }
  }
}
