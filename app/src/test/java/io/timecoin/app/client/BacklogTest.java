package io.timecoin.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final int HALF = Backlog.CHARS_MAX / 2;

  private final Backlog backlog = new Backlog();

  @Test
  void readsAheadUntilItIsFull() {
    assertThat(backlog.add(HALF)).isTrue();
    assertThat(backlog.add(HALF)).isTrue();
    assertThat(backlog.add(1)).isFalse();
  }

  @Test
  void goesOnWhenHalfIsTakenIn() {
    backlog.add(Backlog.CHARS_MAX);
    backlog.add(10);
    assertThat(backlog.remove(HALF)).isFalse();
    assertThat(backlog.remove(10)).isTrue();
    assertThat(backlog.remove(10)).isFalse(); // asked for once
  }

  @Test
  void oneHugeMessageIsTakenToo() {
    assertThat(backlog.add(Backlog.CHARS_MAX * 2)).isFalse();
    assertThat(backlog.remove(Backlog.CHARS_MAX * 2)).isTrue();
  }

  @Test
  void exactlyOneReadIsEverOutstanding() {
    Random random = new Random(7);
    Deque<Integer> held = new ArrayDeque<>();
    boolean outstanding = true;
    for (int i = 0; i < 10_000; i++) {
      if (outstanding && (held.isEmpty() || random.nextBoolean())) {
        int length = random.nextInt(1 << 22);
        held.add(length);
        outstanding = backlog.add(length);
      } else {
        boolean resumed = backlog.remove(held.remove());
        assertThat(resumed && outstanding).isFalse();
        outstanding |= resumed;
      }
      assertThat(outstanding || !held.isEmpty()).as("never stuck").isTrue();
    }
  }
}
