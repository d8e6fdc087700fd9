package io.timecoin.node.p2p.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores of misbehaviour, forgiven as time passes, and the bans that follow. Both are bounded: the
 * score that was touched least recently, and the ban that ends first, give way. Safe on any thread.
 *
 * <p>Time is wall-clock time, because bans are shown with their end; a clock that is set changes
 * how long they last, and nothing else.
 */
public final class Offences {
  private static final long MS_PER_MINUTE = 60_000;

  private final OffenceLimits limits;
  private final InstantSource clock;
  private final LinkedHashMap<Culprit, Score> scores = new LinkedHashMap<>();
  private final Map<Culprit, Ban> bans = new HashMap<>();

  private record Score(double points, long atMs) {}

  /** Nobody did anything yet. */
  public Offences(OffenceLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** One offence; the ban, if it was one too many. A ban clears the score. */
  public synchronized Optional<Ban> offend(Culprit culprit, String reason) {
    double points = current(culprit) + limits.points();
    if (Math.ceil(points) >= limits.banScore()) { // a moment's forgiveness does not save anyone
      return Optional.of(ban(culprit, limits.ban(), reason));
    }
    scores.remove(culprit); // so that it becomes the youngest
    scores.put(culprit, new Score(points, clock.millis()));
    if (scores.size() > limits.rememberedMax()) {
      scores.pollFirstEntry();
    }
    return Optional.empty();
  }

  /** Points that are not forgiven yet, rounded up. */
  public synchronized int score(Culprit culprit) {
    return (int) Math.ceil(current(culprit));
  }

  private double current(Culprit culprit) {
    Score score = scores.get(culprit);
    if (score == null) {
      return 0;
    }
    long elapsedMs = Math.max(0, clock.millis() - score.atMs());
    return Math.max(
        0, score.points() - (double) limits.forgivenPerMinute() * elapsedMs / MS_PER_MINUTE);
  }

  /** Keeps someone out from now on; replaces an earlier ban. */
  public synchronized Ban ban(Culprit culprit, Duration duration, String reason) {
    scores.remove(culprit);
    forgetEnded();
    if (bans.size() >= limits.rememberedMax() && !bans.containsKey(culprit)) {
      bans.values().stream()
          .min(Comparator.comparing(Ban::until))
          .ifPresent(first -> bans.remove(first.culprit()));
    }
    Ban ban = new Ban(culprit, reason, clock.instant().plus(duration));
    bans.put(culprit, ban);
    return ban;
  }

  /** Lets someone in again; whether there was a ban to lift. */
  public synchronized boolean unban(Culprit culprit) {
    scores.remove(culprit);
    return bans.remove(culprit) != null;
  }

  /** The ban in force. */
  public synchronized Optional<Ban> banOf(Culprit culprit) {
    return Optional.ofNullable(bans.get(culprit)).filter(ban -> inForce(ban, clock.instant()));
  }

  /** All bans in force, the one that ends first at the front. */
  public synchronized List<Ban> bans() {
    forgetEnded();
    return bans.values().stream().sorted(Comparator.comparing(Ban::until)).toList();
  }

  private void forgetEnded() {
    Instant now = clock.instant();
    bans.values().removeIf(ban -> !inForce(ban, now));
  }

  private static boolean inForce(Ban ban, Instant now) {
    return now.isBefore(ban.until());
  }
}
