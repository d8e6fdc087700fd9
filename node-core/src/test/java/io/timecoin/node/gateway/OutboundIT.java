package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboundIT {
  private static final MessageCodec CODEC = new MessageCodec();

  private static GatewayLimits patience(Duration patience) {
    GatewayLimits.Outbound usual = GatewayLimits.DEFAULTS.outbound();
    return GatewayLimits.DEFAULTS.with(
        new GatewayLimits.Outbound(
            usual.messages(), usual.bytes(), usual.snapshotBytes(), patience));
  }

  private static ClientId idOf(GatewayFixture node) throws InterruptedException {
    return node.listener.received.poll(10, TimeUnit.SECONDS).client();
  }

  private static ClientId subscribed(GatewayFixture node, TestWallet wallet) throws Exception {
    wallet.send(Messages.subscribe("s", 1, null));
    return idOf(node);
  }

  private static void assertSeq(NetworkMessage message, long seq) {
    assertThat(message).isInstanceOf(NetworkMessage.UtxoStateNotification.class);
    assertThat(((NetworkMessage.UtxoStateNotification) message).seq()).isEqualTo(seq);
  }

  @Test
  void thousandNotificationsArriveInOrder() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults();
        TestWallet wallet = TestWallet.connect(node.gateway)) {
      ClientId id = subscribed(node, wallet);
      for (int seq = 1; seq <= 1_000; seq++) {
        node.gateway.send(id, Messages.notification("s", seq));
      }
      for (int seq = 1; seq <= 1_000; seq++) {
        assertSeq(wallet.next(), seq);
      }
      assertThat(node.count(GatewayCounter.DROPPED)).isZero();
    }
  }

  @Test
  void sameMessageReachesEveryClientByteForByte() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults();
        TestWallet first = TestWallet.connect(node.gateway);
        TestWallet second = TestWallet.connect(node.gateway)) {
      ClientId one = subscribed(node, first);
      ClientId two = subscribed(node, second);
      NetworkMessage message = Messages.notification("s", 1);
      node.gateway.send(one, message);
      node.gateway.send(two, message);
      assertThat(first.nextText()).isEqualTo(CODEC.encodeText(message));
      assertThat(second.nextText()).isEqualTo(CODEC.encodeText(message));
    }
  }

  @Test
  void messageLargerThanTheQueueIsSentAlone() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults();
        TestWallet wallet = TestWallet.connect(node.gateway)) {
      ClientId id = subscribed(node, wallet);
      NetworkMessage.Error large =
          new NetworkMessage.Error(ErrorCode.BUSY, "x".repeat(1_900), null);
      node.gateway.send(id, large);
      assertThat(wallet.next()).isEqualTo(large);
    }
  }

  @Test
  void messagesForOneThatIsGoneHaveNoEffect() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults()) {
      node.gateway.send(new ClientId(77), Messages.notification("s", 1));
      assertThat(node.count(GatewayCounter.FAULTS)).isZero();
    }
  }

  @Test
  void clientThatNeverReadsDelaysNobodyAndIsClosed() throws Exception {
    try (GatewayFixture node = GatewayFixture.with(patience(Duration.ofMillis(500)));
        RawWallet deaf = RawWallet.connectWithSmallBuffer(node.gateway.port());
        TestWallet fast = TestWallet.connect(node.gateway)) {
      deaf.text(CODEC.encodeText(Messages.subscribe("d", 1, null)));
      ClientId deafId = idOf(node);
      ClientId fastId = subscribed(node, fast);
      int seq = 0;
      while (node.count(GatewayCounter.CLOSED_SLOW) == 0) {
        assertThat(seq).as("messages until it is closed").isLessThan(500_000);
        if (node.listener.resynced.poll() != null) {
          // The system took the notice for it; it gets what one that reads would get.
          node.gateway.send(deafId, Messages.confirmed("d", seq + 1));
        }
        for (int i = 0; i < 100; i++) {
          seq++;
          node.gateway.send(deafId, Messages.notification("d", seq));
          node.gateway.send(fastId, Messages.notification("s", seq));
        }
        for (int i = 99; i >= 0; i--) {
          assertSeq(fast.next(), seq - i);
        }
      }
      assertThat(node.listener.closed.poll(10, TimeUnit.SECONDS)).isEqualTo(deafId);
      assertThat(node.count(GatewayCounter.RESYNCS)).isPositive();
      assertThat(node.count(GatewayCounter.DROPPED)).isPositive();
      fast.assertUsableAndQuiet(1);
    }
  }

  @Test
  void clientThatReadsAgainIsToldAndStartsFromASnapshot() throws Exception {
    try (GatewayFixture node = GatewayFixture.with(patience(Duration.ofSeconds(30)));
        RawWallet slow = RawWallet.connectWithSmallBuffer(node.gateway.port())) {
      slow.text(CODEC.encodeText(Messages.subscribe("d", 1, null)));
      ClientId id = idOf(node);
      long sent = 0;
      while (node.count(GatewayCounter.RESYNCS) == 0) {
        sent++;
        node.gateway.send(id, Messages.notification("d", sent));
      }
      long before = 0;
      NetworkMessage message = CODEC.decode(slow.read().payload());
      while (message instanceof NetworkMessage.UtxoStateNotification) {
        assertSeq(message, ++before);
        message = CODEC.decode(slow.read().payload());
      }
      assertThat(message)
          .isInstanceOfSatisfying(
              NetworkMessage.Error.class,
              error -> assertThat(error.code()).isEqualTo(ErrorCode.RESYNC));
      assertThat(before).isLessThan(sent);

      assertThat(node.listener.resynced.poll(10, TimeUnit.SECONDS)).isEqualTo(id);
      node.gateway.send(id, Messages.notification("d", sent + 1)); // made before the snapshot
      node.gateway.send(id, Messages.confirmed("d", 1));
      node.gateway.send(id, Messages.notification("d", 1));
      assertThat(CODEC.decode(slow.read().payload())).isEqualTo(Messages.confirmed("d", 1));
      assertSeq(CODEC.decode(slow.read().payload()), 1);
      assertThat(node.gateway.connections()).isOne();
    }
  }

  @Test
  void manyClientsGetEverythingWhileOthersComeAndGo() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults();
        TestWallet steady = TestWallet.connect(node.gateway)) {
      ClientId id = subscribed(node, steady);
      for (int seq = 1; seq <= 200; seq++) {
        try (RawWallet passing = RawWallet.connect(node.gateway.port())) {
          passing.text("{\"type\":\"Ping\",\"nonce\":1}");
          node.gateway.send(id, Messages.notification("s", seq));
          assertSeq(steady.next(), seq);
        }
      }
      await().until(() -> node.gateway.connections() == 1);
    }
  }
}
