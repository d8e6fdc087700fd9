package io.timecoin.node.p2p.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration MIN = Duration.ofMillis(250);
  private static final Duration MAX = Duration.ofSeconds(30);

  @Property
  void staysBetweenHalfAndTheWholeOfTheDoubledTime(
      @ForAll @IntRange(min = 1) int failures, @ForAll long seed) {
    long delay = new Backoff(MIN, MAX, new Random(seed)).delayMs(failures);
    double whole = Math.min(30_000, 250 * Math.pow(2, failures - 1.0));
    assertThat((double) delay).isBetween(whole / 2, whole);
  }

  @Test
  void differsFromTryToTry() {
    Backoff backoff = new Backoff(MIN, MAX, new Random(1));
    Set<Long> delays =
        IntStream.range(0, 100).mapToObj(i -> backoff.delayMs(5)).collect(Collectors.toSet());
    assertThat(delays).hasSizeGreaterThan(50);
  }

  @Test
  void refusesBoundsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ZERO, MAX, new Random(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(MAX, MIN, new Random(1)));
  }
}
