package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.LinkFaults.Fault;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleIT {
  private TestPeer a;
  private TestPeer b;

  @BeforeEach
  void connect() throws Exception {
    Set<PublicKey> both = Set.of(TestPeer.key(1).publicKey(), TestPeer.key(2).publicKey());
    a = TestPeer.started(TestPeer.config(1, both, List.of()));
    b = TestPeer.started(TestPeer.config(2, both, List.of(a.address())));
    await().until(() -> a.connected.size() == 1 && b.connected.size() == 1);
  }

  @AfterEach
  void noThreadIsLeft() {
    a.close();
    b.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("p2p-"));
  }

  @Test
  void pingMeasuresTheRoundTripAndTrafficIsCounted() {
    await().until(() -> a.peers().getFirst().pingMs() != null);
    PeerView view = a.peers().getFirst();
    assertThat(view.pingMs()).isBetween(0.0, 10_000.0);
    assertThat(view.bytesIn()).isPositive();
    assertThat(view.bytesOut()).isPositive();
    assertThat(view.messagesIn()).isGreaterThanOrEqualTo(3);
    assertThat(view.identity()).isEqualTo(b.key);
    assertThat(view.listenAddress()).isEqualTo(b.address());
    assertThat(view.version()).isEqualTo(1);
  }

  @Test
  void messagesArriveInOrderAndListenersHearOfTheEnd() {
    for (int i = 0; i < 1000; i++) {
      a.manager.send(a.connected.getFirst(), new GetStatus("m" + i));
    }
    await().until(() -> b.received.size() == 1000);
    assertThat(b.received)
        .isEqualTo(
            IntStream.range(0, 1000)
                .<NetworkMessage>mapToObj(i -> new GetStatus("m" + i))
                .toList());
    b.close();
    await().until(() -> a.disconnected.equals(a.connected));
    a.manager.send(a.connected.getFirst(), new GetStatus("late"));
    assertThat(a.manager.counters().get(PeerCounter.UNDELIVERED)).isEqualTo(1);
  }

  @Test
  void portInUseIsNamed() {
    TestPeer second =
        new TestPeer(
            TestPeer.config(
                3, Network.DEVNET, Set.of(), a.manager.port(), List.of(), TestPeer.QUICK));
    assertThatThrownBy(() -> second.manager.start())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1:" + a.manager.port());
    second.close();
  }

  @Test
  void peerThatThisNodeKeepsWaitingIsNotTakenForDead() throws Exception {
    PeerLimits.Times times = TestPeer.QUICK.times();
    PeerLimits impatient =
        TestPeer.QUICK.with(
            new PeerLimits.Times(
                times.connect(),
                times.handshake(),
                Duration.ofMillis(100),
                Duration.ofMillis(1500),
                times.backoffMin(),
                times.backoffMax(),
                times.exchange()));
    CountDownLatch goOn = new CountDownLatch(1);
    try (TestPeer busy =
            TestPeer.started(
                TestPeer.config(3, Network.DEVNET, Set.of(), 0, List.of(), impatient));
        RawPeer raw = RawPeer.dial(busy).join(TestPeer.key(9))) {
      busy.onMessage =
          (peer, message) -> {
            awaitQuietly(goOn);
            return Optional.empty();
          };
      raw.send(new GetStatus("blocks"));
      await()
          .during(Duration.ofMillis(2500))
          .until(() -> busy.peers().size() == 1 && busy.disconnected.isEmpty());
      goOn.countDown();
      raw.send(new NetworkMessage.Ping(7));
      assertThat(raw.next(NetworkMessage.Pong.class).nonce()).isEqualTo(7);
      // From now on the silence is the peer's own.
      await().until(() -> busy.manager.counters().get(CloseReason.SILENT) == 1);
      assertThat(busy.manager.bans()).isEmpty();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closeDoesNotWaitForAListenerThatBlocks() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    a.onMessage =
        (peer, message) -> {
          blocked.countDown();
          awaitQuietly(never);
          return Optional.empty();
        };
    b.manager.sendToAll(new GetStatus("blocks"));
    blocked.await();
    a.close();
    await().until(() -> b.peers().isEmpty());
  }

  @Test
  void delayedLinkIsSlowAndKeepsItsOrder() {
    a.manager.faults().set(b.key, Fault.delayed(Duration.ofMillis(300)));
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      a.manager.sendToAll(new GetStatus("m" + i));
    }
    a.manager.faults().healAll();
    a.manager.sendToAll(new GetStatus("m50"));
    await().until(() -> b.received.size() == 51);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(b.received.getLast()).isEqualTo(new GetStatus("m50"));
    assertThat(b.received.getFirst()).isEqualTo(new GetStatus("m0"));
  }

  @Test
  void lossyLinkLosesAndHeals() {
    a.manager.faults().set(b.key, Fault.lossy(1));
    a.manager.sendToAll(new GetStatus("lost"));
    a.manager.faults().heal(b.key);
    a.manager.sendToAll(new GetStatus("found"));
    await().until(() -> !b.received.isEmpty());
    assertThat(b.received).containsExactly(new GetStatus("found"));
  }

  @Test
  void cutLinkStaysCutUntilItIsHealed() {
    a.manager.faults().set(b.key, Fault.cut());
    await().until(() -> a.peers().isEmpty() && b.peers().isEmpty());
    await()
        .during(Duration.ofMillis(800))
        .until(() -> a.peers().isEmpty() && a.connected.size() == 1);
    a.manager.faults().heal(b.key);
    await().until(() -> a.peers().size() == 1 && b.peers().size() == 1);
  }
}
