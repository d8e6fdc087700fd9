package io.timecoin.app.fx.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VotesTest {

  private final Seat committed = Seat.committed("c", 1, 2);
  private final Seat prepared = Seat.prepared("p", 1);
  private final Seat offline = Seat.offline("o");

  @Test
  void committedSeatsHavePreparedToo() {
    Votes votes = Votes.counting(List.of(committed, prepared, Seat.empty("e")), 3);
    assertThat(votes.commits()).isEqualTo(1);
    assertThat(votes.prepares()).isEqualTo(2);
  }

  @Test
  void quorumIsOutOfReachOnceTooManyAreOfflineOrAgainst() {
    Votes three = Votes.counting(List.of(prepared, prepared, offline), 2);
    Votes two = Votes.counting(List.of(prepared, Seat.rejected("r"), offline), 2);
    assertThat(three.quorumOutOfReach()).isFalse();
    assertThat(two.quorumOutOfReach()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 21, 45, 100})
  void everySeatIsFoundUnderItsOwnMiddle(int seats) {
    RingGeometry at = RingGeometry.full(320, 320, seats);
    for (int i = 0; i < seats; i++) {
      double angle = at.angle(i);
      assertThat(at.seatAt(at.px(angle, at.orbit()), at.py(angle, at.orbit()))).isEqualTo(i);
    }
    assertThat(at.seatAt(160, 160)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 45, 100})
  void seatsStayInsideTheirSquareAndApart(int seats) {
    for (RingGeometry at :
        List.of(RingGeometry.full(320, 320, seats), RingGeometry.compact(48, 48, seats))) {
      assertThat(at.orbit() + at.seat()).isLessThanOrEqualTo(at.x());
      if (!at.dense() && seats > 1) {
        assertThat(2 * at.orbit() * Math.sin(at.turn(0.5))).isGreaterThan(2 * at.seat());
      }
    }
  }
}
