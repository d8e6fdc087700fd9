package io.timecoin.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), new Random(1));

  @Test
  void pausesDoubleUpToTheLimitAndVary() {
    for (long whole : new long[] {100, 200, 400, 800, 1600, 3200, 5000, 5000}) {
      assertThat(backoff.next().toMillis()).isBetween(whole / 2, whole);
    }
  }

  @Test
  void manyFailuresStayWithinTheLimit() {
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
    }
  }

  @Test
  void successBeginsAnew() {
    backoff.next();
    backoff.next();
    backoff.succeeded();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
  }
}
