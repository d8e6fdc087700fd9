package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Network;
import io.timecoin.node.p2p.link.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DoubleDialIT {
  private static final int LOOPS = Integer.getInteger("p2p.doubleDials", 25);

  @Test
  void bothSidesKeepTheSameOneOfTwoConnections() throws Exception {
    for (int i = 0; i < LOOPS; i++) {
      dialEachOther();
    }
  }

  private static void dialEachOther() throws Exception {
    try (TestPeer a = TestPeer.started(TestPeer.config(1, Set.of(), List.of()));
        TestPeer b = TestPeer.started(TestPeer.config(2, Set.of(), List.of()))) {
      Thread one = Thread.ofPlatform().start(() -> a.manager.addSeed(b.address()));
      Thread two = Thread.ofPlatform().start(() -> b.manager.addSeed(a.address()));
      one.join();
      two.join();
      await().during(Duration.ofMillis(60)).atMost(Duration.ofSeconds(20)).until(() -> isOne(a, b));
    }
  }

  /** One peer each, seen from its two ends; every other connection announced was withdrawn. */
  private static boolean isOne(TestPeer a, TestPeer b) {
    List<PeerView> ofA = a.peers();
    List<PeerView> ofB = b.peers();
    return ofA.size() == 1
        && ofB.size() == 1
        && ofA.getFirst().direction() == ofB.getFirst().direction().reversed()
        && a.connected.size() == a.disconnected.size() + 1
        && b.connected.size() == b.disconnected.size() + 1;
  }

  @RepeatedTest(3)
  void laterDialUnderAnotherNameLeavesTheConnectionAlone() throws Exception {
    try (TestPeer a = TestPeer.started(TestPeer.config(1, Set.of(), List.of()));
        TestPeer b = TestPeer.started(TestPeer.config(2, Set.of(), List.of(a.address())))) {
      await().until(() -> isOne(a, b));
      // Names the two cannot know to be the node they are connected with already.
      a.manager.addSeed("localhost:" + b.manager.port());
      b.manager.addSeed("localhost:" + a.manager.port());
      await().until(() -> a.manager.counters().get(CloseReason.DUPLICATE) >= 1);
      await().until(() -> b.manager.counters().get(CloseReason.DUPLICATE) >= 1);
      assertThat(isOne(a, b)).isTrue();
      assertThat(a.connected).hasSize(1);
      assertThat(b.connected).hasSize(1);
    }
  }

  @Test
  void manyNamesOfOneNodeGiveOneConnection() throws Exception {
    try (TestPeer a = TestPeer.started(TestPeer.config(1, Set.of(), List.of()));
        TestPeer b =
            TestPeer.started(
                TestPeer.config(
                    2,
                    Network.DEVNET,
                    Set.of(),
                    0,
                    List.of(
                        a.address(),
                        "localhost:" + a.manager.port(),
                        "127.0.0.2:" + a.manager.port(),
                        "127.0.0.3:" + a.manager.port()),
                    TestPeer.QUICK))) {
      await().during(Duration.ofMillis(500)).until(() -> isOne(a, b));
    }
  }
}
