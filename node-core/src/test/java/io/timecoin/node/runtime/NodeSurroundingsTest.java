package io.timecoin.node.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.p2p.link.PeerClock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodeSurroundingsTest {
  @Test
  void fewClocksSayNothing() {
    assertThat(NodeSurroundings.medianSeconds(List.of(60_000L, 60_000L))).isZero();
  }

  @Test
  void oneWrongClockAmongThreeMovesNothing() {
    assertThat(NodeSurroundings.medianSeconds(List.of(3_600_000L, 5L, -20L))).isZero();
  }

  @Test
  void aClockThatAllOthersDisagreeWithIsOff() {
    assertThat(NodeSurroundings.medianSeconds(List.of(-61_000L, -60_500L, 60_000_000L)))
        .isEqualTo(-60);
  }

  @Test
  void settingTheClockHereShowsWithoutANewHandshake() {
    long second = 1_000_000_000L;
    PeerClock clock = new PeerClock(500_000, 7 * second);
    assertThat(clock.aheadMs(530_000, 7 * second)).isEqualTo(30_000);
    assertThat(clock.aheadMs(510_000, 17 * second)).isZero();
  }
}
