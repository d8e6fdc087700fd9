package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClocksIT {
  private static final long HOUR_MS = Duration.ofHours(1).toMillis();
  private static final long TOLERANCE_MS = 60_000;

  @Test
  void eachSideSeesHowFarItsClockIsAheadOfTheOthers() throws Exception {
    InstantSource ahead = InstantSource.offset(InstantSource.system(), Duration.ofMillis(HOUR_MS));
    try (TestPeer right = TestPeer.started(TestPeer.config(1, Set.of(), List.of()));
        TestPeer wrong =
            new TestPeer(TestPeer.config(2, Set.of(), List.of(right.address())), ahead)) {
      wrong.manager.start();
      await().until(() -> right.peers().size() == 1 && wrong.peers().size() == 1);
      assertThat(wrong.peers().getFirst().clockAheadMs())
          .isBetween(HOUR_MS - TOLERANCE_MS, HOUR_MS + TOLERANCE_MS);
      assertThat(right.peers().getFirst().clockAheadMs())
          .isBetween(-HOUR_MS - TOLERANCE_MS, -HOUR_MS + TOLERANCE_MS);
    }
  }
}
