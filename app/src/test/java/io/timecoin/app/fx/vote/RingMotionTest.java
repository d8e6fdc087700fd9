package io.timecoin.app.fx.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.Motion;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingMotionTest {

  private static final long LENGTH = (long) (Motion.NORMAL.toMillis() * 1e6);

  private final RingMotion motion = new RingMotion();

  @Test
  void firstSeatsAppearWithoutMoving() {
    motion.retarget(List.of(Seat.prepared("a", 1), Seat.empty("b")), false, 0);
    assertThat(motion.moving()).isFalse();
    assertThat(motion.level(0)).isEqualTo(0.5);
  }

  @Test
  void onlyTheSeatThatChangedMoves() {
    motion.retarget(List.of(Seat.empty("a"), Seat.prepared("b", 1)), false, 0);
    motion.retarget(List.of(Seat.prepared("a", 1), Seat.prepared("b", 1)), false, 0);
    assertThat(motion.advance(LENGTH / 2)).isTrue();
    assertThat(motion.level(0)).isBetween(0.3, 0.49);
    assertThat(motion.ripple(0)).isEqualTo(0.5);
    assertThat(motion.ripple(1)).isEqualTo(1);
  }

  @Test
  void movementEndsAtTheNewLevel() {
    motion.retarget(List.of(Seat.empty("a")), false, 0);
    motion.retarget(List.of(Seat.committed("a", 1, 2)), false, 0);
    assertThat(motion.advance(LENGTH)).isFalse();
    assertThat(motion.level(0)).isEqualTo(1);
    assertThat(motion.moving()).isFalse();
  }

  @Test
  void secondChangeStartsFromWhereTheFirstHasCome() {
    motion.retarget(List.of(Seat.empty("a")), false, 0);
    motion.retarget(List.of(Seat.prepared("a", 1)), false, 0);
    motion.advance(LENGTH / 2);
    double reached = motion.level(0);
    motion.retarget(List.of(Seat.committed("a", 1, 2)), false, LENGTH / 2);
    motion.advance(LENGTH / 2);
    assertThat(motion.level(0)).isEqualTo(reached);
  }

  @Test
  void nothingMovesUnderReducedMotion() {
    motion.retarget(List.of(Seat.empty("a")), true, 0);
    motion.retarget(List.of(Seat.committed("a", 1, 2)), true, 0);
    assertThat(motion.moving()).isFalse();
    assertThat(motion.level(0)).isEqualTo(1);
  }

  @Test
  void anotherNumberOfSeatsStartsAfresh() {
    motion.retarget(List.of(Seat.empty("a")), false, 0);
    motion.retarget(List.of(Seat.committed("a", 1, 2), Seat.empty("b")), false, 0);
    assertThat(motion.moving()).isFalse();
    assertThat(motion.level(0)).isEqualTo(1);
  }
}
