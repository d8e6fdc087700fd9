package io.timecoin.node.p2p.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class OffencesTest {
  private static final OffenceLimits LIMITS =
      new OffenceLimits(20, 100, 10, Duration.ofMinutes(10), 3);

  private Instant now = Instant.parse("2026-11-23T00:00:00Z");
  private final Offences offences =
      new Offences(
          LIMITS,
          new InstantSource() {
            @Override
            public Instant instant() {
              return now;
            }
          });

  private static Culprit node(int i) {
    return new Culprit.Node(new PublicKey(0, 0, 0, i));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void fifthOffenceInARowBansAndClearsTheScore() {
    for (int i = 1; i <= 4; i++) {
      assertThat(offences.offend(node(1), "x")).isEmpty();
      assertThat(offences.score(node(1))).isEqualTo(20 * i);
    }
    assertThat(offences.banOf(node(1))).isEmpty();
    assertThat(offences.offend(node(1), "last straw"))
        .hasValueSatisfying(
            ban -> {
              assertThat(ban.reason()).isEqualTo("last straw");
              assertThat(ban.until()).isEqualTo(now.plus(Duration.ofMinutes(10)));
            });
    assertThat(offences.banOf(node(1))).isPresent();
    assertThat(offences.score(node(1))).isZero();
    assertThat(offences.banOf(node(2))).isEmpty();
  }

  @Test
  void offencesOneAfterTheOtherBanThoughTimePassesBetweenThem() {
    for (int i = 1; i <= 4; i++) {
      offences.offend(node(1), "x");
      pass(Duration.ofMillis(200));
    }
    assertThat(offences.offend(node(1), "x")).isPresent();
  }

  @Test
  void pointsAreForgivenAsTimePasses() {
    offences.offend(node(1), "x");
    pass(Duration.ofMinutes(1));
    assertThat(offences.score(node(1))).isEqualTo(10);
    pass(Duration.ofHours(1));
    assertThat(offences.score(node(1))).isZero();
  }

  @Test
  void banEnds() {
    offences.ban(node(1), Duration.ofMinutes(10), "x");
    pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(offences.bans()).hasSize(1);
    pass(Duration.ofMillis(1));
    assertThat(offences.banOf(node(1))).isEmpty();
    assertThat(offences.bans()).isEmpty();
  }

  @Test
  void banCanBeUndone() {
    offences.ban(node(1), Duration.ofMinutes(10), "x");
    assertThat(offences.unban(node(1))).isTrue();
    assertThat(offences.unban(node(1))).isFalse();
    assertThat(offences.banOf(node(1))).isEmpty();
  }

  @Test
  void longestUntouchedScoreGivesWay() {
    for (int i = 1; i <= 3; i++) {
      offences.offend(node(i), "x");
    }
    offences.offend(node(1), "x");
    offences.offend(node(4), "x");
    assertThat(offences.score(node(2))).isZero();
    assertThat(offences.score(node(1))).isEqualTo(40);
  }

  @Test
  void banThatEndsFirstGivesWay() {
    offences.ban(node(1), Duration.ofMinutes(3), "x");
    offences.ban(node(2), Duration.ofMinutes(1), "x");
    offences.ban(node(3), Duration.ofMinutes(2), "x");
    offences.ban(node(4), Duration.ofMinutes(9), "x");
    assertThat(offences.bans()).extracting(Ban::culprit).containsExactly(node(3), node(1), node(4));
  }
}
