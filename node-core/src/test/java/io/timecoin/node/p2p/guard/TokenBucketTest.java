package io.timecoin.node.p2p.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  @Test
  void allowsOneSecondsWorthAtOnceAndNoMore() {
    TokenBucket bucket = new TokenBucket(100, 0);
    for (int i = 0; i < 100; i++) {
      assertThat(bucket.tryTake(1, 0)).isTrue();
    }
    assertThat(bucket.tryTake(1, 0)).isFalse();
  }

  @Test
  void refillsAtItsRateAndNeverAboveOneSecondsWorth() {
    TokenBucket bucket = new TokenBucket(100, 0);
    assertThat(bucket.tryTake(100, 0)).isTrue();
    assertThat(bucket.tryTake(1, 9)).isFalse();
    assertThat(bucket.tryTake(1, 10)).isTrue();
    assertThat(bucket.tryTake(101, 1_000_000)).isFalse();
    assertThat(bucket.tryTake(100, 1_000_000)).isTrue();
  }

  @Test
  void frequentRefusalsDoNotStarveIt() {
    TokenBucket bucket = new TokenBucket(3, 0);
    bucket.tryTake(3, 0);
    long taken = 0;
    for (int ms = 1; ms <= 10_000; ms++) {
      taken += bucket.tryTake(1, ms) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(30);
  }

  @Test
  void creditIsPaidBackByWaiting() {
    TokenBucket bucket = new TokenBucket(1000, 0);
    assertThat(bucket.take(1000, 0)).isZero();
    long waitMs = bucket.take(500, 0);
    assertThat(waitMs).isBetween(500L, 501L);
    assertThat(bucket.take(0, waitMs)).isZero();
  }

  @Test
  void clockThatStepsBackGivesAndTakesNothing() {
    TokenBucket bucket = new TokenBucket(10, 1000);
    assertThat(bucket.tryTake(10, 1000)).isTrue();
    assertThat(bucket.tryTake(1, 500)).isFalse();
  }
}
