package io.timecoin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FxPulseTest {

  private final Deque<Runnable> hops = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();

  @Test
  void aBurstIsOneHopWithTheLatestValue() {
    FxPulse<String> pulse = new FxPulse<>(hops::add, seen::add);
    Stream.of("a", "b", "c").forEach(pulse);
    assertThat(hops).hasSize(1);
    hops.remove().run();
    assertThat(seen).containsExactly("c");
  }

  @Test
  void whatComesAfterAHopHopsAgain() {
    FxPulse<String> pulse = new FxPulse<>(hops::add, seen::add);
    pulse.accept("a");
    hops.remove().run();
    pulse.accept("b");
    hops.remove().run();
    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void whatTheSinkItselfSendsIsNotLost() {
    FxPulse<String> pulse =
        new FxPulse<>(
            hops::add,
            value -> {
              seen.add(value);
              if (value.equals("a")) {
                seen.add("again");
              }
            });
    pulse.accept("a");
    hops.remove().run();
    pulse.accept("b");
    assertThat(hops).hasSize(1);
    assertThat(seen).containsExactly("a", "again");
  }

  @Test
  void mergedValuesAreAllDelivered() {
    FxPulse<String> pulse = new FxPulse<>(hops::add, String::concat, seen::add);
    Stream.of("a", "b", "c").forEach(pulse);
    hops.remove().run();
    assertThat(seen).containsExactly("abc");
  }

  @Test
  void manyThreadsLoseNothingAndNeverHaveTwoHopsUnderWay() throws InterruptedException {
    AtomicInteger sum = new AtomicInteger();
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int threads = 4;
    int each = 2_000;
    CountDownLatch done = new CountDownLatch(threads);
    try (ExecutorService fx = Executors.newSingleThreadExecutor();
        ExecutorService senders = Executors.newFixedThreadPool(threads)) {
      FxPulse<Integer> pulse =
          new FxPulse<>(
              hop -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                fx.execute(
                    () -> {
                      underWay.decrementAndGet();
                      hop.run();
                    });
              },
              Integer::sum,
              sum::addAndGet);
      for (int i = 0; i < threads; i++) {
        senders.execute(
            () -> {
              for (int j = 0; j < each; j++) {
                pulse.accept(1);
              }
              done.countDown();
            });
      }
      done.await();
    }
    assertThat(sum).hasValue(threads * each);
    assertThat(most).hasValue(1);
  }
}
