package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeIT {
  private static final String SWITCHED = "HTTP/1.1 101";
  private static final String FORBIDDEN = "HTTP/1.1 403 Forbidden";

  private GatewayFixture node;

  @BeforeEach
  void start() throws IOException {
    node = GatewayFixture.with(GatewayLimits.DEFAULTS);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private String upgrade(String... headers) throws IOException {
    try (RawWallet wallet = RawWallet.dial(node.gateway.port())) {
      String status = wallet.upgrade(headers);
      if (!status.startsWith(SWITCHED)) {
        assertThat(wallet.isAtEnd()).as("body follows").isFalse();
      }
      return status;
    }
  }

  @Test
  void programWithoutOriginConnects() throws IOException {
    assertThat(upgrade("Host: 127.0.0.1:" + node.gateway.port())).startsWith(SWITCHED);
  }

  @Test
  void allowedOriginConnectsWhateverItsCase() throws IOException {
    assertThat(upgrade("Host: localhost", "Origin: https://wallet.EXAMPLE")).startsWith(SWITCHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "NULL",
        "http://localhost:8080",
        "http://wallet.example",
        "https://wallet.example.evil.example",
        "https://wallet.example, https://evil.example",
        "file://",
        "",
        "*"
      })
  void pageOfAnotherOriginIsRefusedAtTheUpgrade(String origin) throws IOException {
    assertThat(upgrade("Host: localhost", "Origin: " + origin)).isEqualTo(FORBIDDEN);
    assertThat(node.count(GatewayCounter.REFUSED_ORIGIN)).isOne();
    assertThat(node.gateway.connections()).isZero();
  }

  @Test
  void secondOriginHeaderDoesNotHideTheFirst() throws IOException {
    assertThat(
            upgrade(
                "Host: localhost",
                "Origin: https://evil.example",
                "Origin: https://wallet.example"))
        .isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:24002",
        "127.0.0.1",
        "127.9.9.9:1",
        "[::1]",
        "[::1]:24002"
      })
  void loopbackHostConnects(String host) throws IOException {
    assertThat(upgrade("Host: " + host)).startsWith(SWITCHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:24002",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "192.168.0.7",
        "127.0.0.1:80:80",
        "127.0.0.1@evil.example",
        "[::2]",
        ""
      })
  void reboundNameIsRefused(String host) throws IOException {
    assertThat(upgrade("Host: " + host)).isEqualTo(FORBIDDEN);
    assertThat(node.count(GatewayCounter.REFUSED_HOST)).isOne();
  }

  @Test
  void missingHostIsRefused() throws IOException {
    assertThat(upgrade()).isEqualTo(FORBIDDEN);
  }

  @Test
  void plainRequestIsAnsweredAndClosed() throws IOException {
    try (RawWallet wallet = RawWallet.dial(node.gateway.port())) {
      wallet.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(wallet.readHead().getFirst()).isEqualTo("HTTP/1.1 400 Bad Request");
      assertThat(node.count(GatewayCounter.REFUSED_UPGRADE)).isOne();
    }
  }

  @Test
  void requestWithoutEndIsCutOff() throws IOException {
    try (RawWallet wallet = RawWallet.dial(node.gateway.port())) {
      wallet.write("GET / HTTP/1.1\r\n");
      String header = "X-Filler: " + "x".repeat(1000) + "\r\n";
      for (int i = 0; i < 20; i++) {
        wallet.write(header);
      }
      assertThat(wallet.readHead().getFirst()).isEqualTo("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void socketThatNeverAsksIsClosed() throws IOException {
    GatewayLimits.Connections usual = GatewayLimits.DEFAULTS.connections();
    GatewayLimits impatient =
        GatewayLimits.DEFAULTS.with(
            new GatewayLimits.Connections(
                usual.max(),
                usual.watchedEntries(),
                usual.messageBytes(),
                Duration.ofMillis(300),
                usual.pingInterval()));
    try (GatewayFixture other = GatewayFixture.with(impatient);
        RawWallet wallet = RawWallet.dial(other.gateway.port())) {
      wallet.write("GET / HTTP/1.1\r\nHost:");
      assertThat(wallet.isAtEnd()).isTrue();
    }
  }

  @Test
  void compressionIsNotOffered() throws IOException {
    try (RawWallet wallet = RawWallet.dial(node.gateway.port())) {
      wallet.write(
          "GET / HTTP/1.1\r\nHost: localhost\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
      wallet.write(
          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
      assertThat(wallet.readHead())
          .anyMatch(line -> line.startsWith(SWITCHED))
          .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
          .noneMatch(line -> line.startsWith("Sec-WebSocket-Extensions"));
    }
  }
}
