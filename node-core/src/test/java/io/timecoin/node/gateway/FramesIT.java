package io.timecoin.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FramesIT {
  private static final int MAX = GatewayLimits.DEFAULTS.connections().messageBytes();

  private GatewayFixture node;
  private RawWallet wallet;

  @BeforeEach
  void start() throws IOException {
    node = GatewayFixture.withDefaults();
    wallet = RawWallet.connect(node.gateway.port());
  }

  @AfterEach
  void stop() throws IOException {
    wallet.close();
    node.close();
  }

  private static byte[] padded(String text, int size) {
    byte[] padded = new byte[size];
    Arrays.fill(padded, (byte) ' ');
    byte[] bytes = text.getBytes(UTF_8);
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    return padded;
  }

  private void assertUsable() throws IOException {
    wallet.text("{\"type\":\"Ping\",\"nonce\":7}");
    assertThat(wallet.read().text()).isEqualTo("{\"type\":\"Pong\",\"nonce\":7}");
  }

  private void assertTooLarge() throws IOException {
    assertThat(wallet.read().text()).contains("\"Error\"", "\"too_large\"");
  }

  @Test
  void messageOfTheLargestSizeIsRead() throws IOException {
    wallet.frame(RawWallet.TEXT, true, padded("{\"type\":\"Ping\",\"nonce\":1}", MAX));
    assertThat(wallet.read().text()).isEqualTo("{\"type\":\"Pong\",\"nonce\":1}");
  }

  @Test
  void frameThatIsTooLargeGetsOneErrorAndTheConnectionStays() throws IOException {
    wallet.frame(RawWallet.TEXT, true, padded("{\"type\":\"Ping\",\"nonce\":1}", MAX + 1));
    assertTooLarge();
    assertUsable();
    assertThat(node.count(GatewayCounter.TOO_LARGE)).isOne();
  }

  @Test
  void fragmentsThatAreTooLargeTogetherGetOneError() throws IOException {
    byte[] quarter = padded("", MAX / 4);
    wallet.frame(RawWallet.TEXT, false, quarter);
    for (int i = 0; i < 8; i++) {
      wallet.frame(RawWallet.CONTINUATION, i == 7, quarter);
    }
    assertTooLarge();
    assertUsable();
  }

  @Test
  void fragmentsWithoutEndAreCutOff() throws IOException {
    byte[] part = padded("", MAX);
    wallet.frame(RawWallet.TEXT, false, part);
    assertThat(
            catchThrowable(
                () -> {
                  for (int i = 0; i < 2 * FrameReader.SKIP_FACTOR; i++) {
                    wallet.frame(RawWallet.CONTINUATION, false, part);
                  }
                  assertTooLarge();
                  assertThat(wallet.readToClose()).isIn(1009, 1006);
                }))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            reset -> assertThat(reset).isInstanceOf(IOException.class));
    assertThat(node.listener.received).isEmpty();
    await().until(() -> node.gateway.connections() == 0);
  }

  @Test
  void claimOfAHugeFrameIsRefusedBeforeItsContent() throws IOException {
    wallet.write(RawWallet.header(RawWallet.TEXT, true, 1L << 40));
    wallet.write(new byte[4]);
    assertThat(wallet.readToClose()).isEqualTo(1009);
  }

  @Test
  void emptyFragmentsAddNothing() throws IOException {
    wallet.frame(RawWallet.TEXT, false, "{\"type\":\"Ping\",".getBytes(UTF_8));
    for (int i = 0; i < 10_000; i++) {
      wallet.frame(RawWallet.CONTINUATION, false, new byte[0]);
    }
    wallet.frame(RawWallet.CONTINUATION, true, "\"nonce\":3}".getBytes(UTF_8));
    assertThat(wallet.read().text()).isEqualTo("{\"type\":\"Pong\",\"nonce\":3}");
  }

  @Test
  void pingBetweenFragmentsIsAnsweredAtOnce() throws IOException {
    wallet.frame(RawWallet.TEXT, false, "{\"type\":\"Ping\",".getBytes(UTF_8));
    wallet.frame(RawWallet.PING, true, new byte[] {42});
    RawWallet.Frame pong = wallet.read();
    assertThat(pong.opcode()).isEqualTo(RawWallet.PONG);
    assertThat(pong.payload()).containsExactly(42);
    wallet.frame(RawWallet.CONTINUATION, true, "\"nonce\":4}".getBytes(UTF_8));
    assertThat(wallet.read().text()).isEqualTo("{\"type\":\"Pong\",\"nonce\":4}");
  }

  @Test
  void textSplitInsideACharacterIsOneText() throws IOException {
    byte[] text = "{\"type\":\"Ping\",\"nonce\":5,\"note\":\"ä€😀\"}".getBytes(UTF_8);
    for (int i = 0; i < text.length; i++) {
      boolean last = i == text.length - 1;
      wallet.frame(i == 0 ? RawWallet.TEXT : RawWallet.CONTINUATION, last, new byte[] {text[i]});
    }
    assertThat(wallet.read().text()).isEqualTo("{\"type\":\"Pong\",\"nonce\":5}");
  }

  @Test
  void binaryMessageGetsOneErrorAndTheConnectionStays() throws IOException {
    wallet.frame(RawWallet.BINARY, false, "{\"type\":\"Ping\",".getBytes(UTF_8));
    wallet.frame(RawWallet.CONTINUATION, true, "\"nonce\":6}".getBytes(UTF_8));
    assertThat(wallet.read().text()).contains("\"Error\"", "\"unsupported\"");
    assertUsable();
    assertThat(node.count(GatewayCounter.BINARY)).isOne();
  }

  @Test
  void brokenFramesEndTheConnection() throws IOException {
    byte[][] broken = {
      {(byte) 0x81, 0x02, '{', '}'}, // not masked
      RawWallet.frameBytes(0x41, true, new byte[0]), // reserved bit
      RawWallet.frameBytes(3, true, new byte[0]), // unknown opcode
      RawWallet.frameBytes(RawWallet.CONTINUATION, true, new byte[1]), // continues nothing
      RawWallet.frameBytes(RawWallet.PING, false, new byte[0]), // fragmented control frame
      RawWallet.frameBytes(RawWallet.PING, true, new byte[126]), // long control frame
    };
    for (byte[] frame : broken) {
      try (RawWallet client = RawWallet.connect(node.gateway.port())) {
        client.write(frame);
        assertThat(client.readToClose()).isEqualTo(1002);
      }
    }
    assertUsable();
  }

  @Test
  void pingsOfAClientThatDoesNotReadDoNotPileUp() throws Exception {
    try (RawWallet deaf = RawWallet.connectWithSmallBuffer(node.gateway.port())) {
      byte[] pings = new byte[131 * 1000];
      byte[] ping = RawWallet.frameBytes(RawWallet.PING, true, new byte[125]);
      for (int i = 0; i < 1000; i++) {
        System.arraycopy(ping, 0, pings, i * ping.length, ping.length);
      }
      for (int i = 0; i < 400 && node.count(GatewayCounter.PINGS_IGNORED) == 0; i++) {
        deaf.write(pings);
      }
      assertThat(node.count(GatewayCounter.PINGS_IGNORED)).isPositive();
    }
    assertUsable();
  }

  @Test
  void goodbyeIsAnsweredAndTold() throws Exception {
    wallet.frame(RawWallet.CLOSE, true, new byte[] {0x03, (byte) 0xe8});
    assertThat(wallet.readToClose()).isEqualTo(1000);
    assertThat(node.listener.closed.take()).isNotNull();
    assertThat(node.gateway.connections()).isZero();
  }
}
