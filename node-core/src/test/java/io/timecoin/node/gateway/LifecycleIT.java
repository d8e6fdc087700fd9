package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleIT {
  private static GatewayLimits connections(int max, Duration ping) {
    GatewayLimits.Connections usual = GatewayLimits.DEFAULTS.connections();
    return GatewayLimits.DEFAULTS.with(
        new GatewayLimits.Connections(
            max, usual.watchedEntries(), usual.messageBytes(), usual.upgradeTime(), ping));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(
            thread ->
                thread.getName().startsWith("gateway-")
                    || thread.getName().startsWith("WebSocket")
                    || thread.getName().startsWith("connectionLost"))
        .collect(Collectors.toSet());
  }

  @Test
  void choosesAFreePortAndTellsIt() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults()) {
      assertThat(node.gateway.port()).isPositive();
      assertThat(node.gateway.uri()).hasScheme("ws").hasHost("127.0.0.1");
    }
  }

  @Test
  void portThatIsTakenIsToldAtStart() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults()) {
      int port = node.gateway.port();
      WalletGateway second =
          new WalletGateway(GatewayConfig.loopback(port), new MessageCodec(), node.listener);
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("in use");
      second.close();
    }
  }

  @Test
  void unknownHostIsToldAtStart() {
    WalletGateway gateway =
        new WalletGateway(
            new GatewayConfig("no such host", 0, Set.of(), GatewayLimits.DEFAULTS),
            new MessageCodec(),
            new RecordingListener());
    assertThatThrownBy(gateway::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such host");
  }

  @Test
  void closeSaysGoodbyeReleasesThePortAndLeavesNoThread() throws Exception {
    Set<Thread> before = threads();
    GatewayFixture node = GatewayFixture.withDefaults();
    int port = node.gateway.port();
    TestWallet wallet = TestWallet.connect(node.gateway);
    RawWallet stranger = RawWallet.dial(port);
    wallet.assertUsableAndQuiet(1);

    node.close();

    assertThat(wallet.closeCode()).isEqualTo(1001);
    assertThat(stranger.isAtEnd()).isTrue();
    assertThat(node.listener.closed).hasSize(1);
    await().untilAsserted(() -> assertThat(threads()).isEqualTo(before));
    assertThatThrownBy(() -> RawWallet.dial(port)).isInstanceOf(ConnectException.class);
    try (GatewayFixture next = new GatewayFixture(GatewayConfig.loopback(port));
        TestWallet again = TestWallet.connect(next.gateway)) {
      again.assertUsableAndQuiet(2);
    }
  }

  @Test
  void closeDoesNotWaitForAClientThatDoesNotRead() throws Exception {
    GatewayFixture node = GatewayFixture.withDefaults();
    try (RawWallet deaf = RawWallet.connectWithSmallBuffer(node.gateway.port())) {
      await().until(() -> node.gateway.connections() == 1);
      for (int i = 0; i < 100_000; i++) {
        node.gateway.send(new ClientId(1), Messages.notification("s", i));
      }
      long start = System.nanoTime();
      node.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(node.listener.closed).hasSize(1);
    }
  }

  @Test
  void endOfAConnectionIsToldOnceAndItsIdNeverUsedAgain() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults()) {
      List<ClientId> ids = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        try (TestWallet wallet = TestWallet.connect(node.gateway)) {
          wallet.assertUsableAndQuiet(i);
        }
        ids.add(node.listener.closed.poll(10, TimeUnit.SECONDS));
      }
      assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
      assertThat(node.listener.closed).isEmpty();
      assertThat(node.gateway.connections()).isZero();
    }
  }

  @Test
  void oneConnectionTooManyIsToldSoAndClosed() throws Exception {
    try (GatewayFixture node = GatewayFixture.with(connections(2, Duration.ofSeconds(30)));
        TestWallet first = TestWallet.connect(node.gateway);
        TestWallet second = TestWallet.connect(node.gateway)) {
      await().until(() -> node.gateway.connections() == 2);
      try (TestWallet third = TestWallet.connect(node.gateway)) {
        third.nextError(ErrorCode.RATE_LIMITED);
        assertThat(third.closeCode()).isEqualTo(1013);
      }
      first.assertUsableAndQuiet(1);
      second.close();
      await()
          .until(
              () -> {
                try (TestWallet next = TestWallet.connect(node.gateway)) {
                  next.assertUsableAndQuiet(2);
                  return true;
                } catch (AssertionError full) {
                  return false;
                }
              });
      assertThat(node.count(GatewayCounter.REFUSED_FULL)).isPositive();
    }
  }

  @Test
  void connectionThatAnswersNoPingIsClosed() throws Exception {
    try (GatewayFixture node = GatewayFixture.with(connections(10, Duration.ofSeconds(2)));
        RawWallet dead = RawWallet.connect(node.gateway.port());
        TestWallet alive = TestWallet.connect(node.gateway)) {
      assertThat(dead.readToClose()).isEqualTo(1006);
      await().until(() -> node.gateway.connections() == 1);
      alive.assertUsableAndQuiet(1);
    }
  }

  @Test
  void halfOpenedConnectionsLeaveNoTrace() throws Exception {
    try (GatewayFixture node = GatewayFixture.withDefaults()) {
      for (int i = 0; i < 200; i++) {
        RawWallet wallet = RawWallet.dial(node.gateway.port());
        wallet.write(
            "GET / HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        wallet.close();
      }
      await()
          .untilAsserted(
              () -> {
                assertThat(node.gateway.connections()).isZero();
                assertThat(node.count(GatewayCounter.CLIENTS_CLOSED))
                    .isEqualTo(node.count(GatewayCounter.CLIENTS_OPENED));
              });
    }
  }
}
