package io.timecoin.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsIT {
  private static final MessageCodec CODEC = new MessageCodec();
  private static final GatewayLimits LIMITS =
      GatewayLimits.DEFAULTS.with(new GatewayLimits.Rates(3, 2, 2, 1_000, 4));

  private GatewayFixture node;
  private TestWallet wallet;

  @BeforeEach
  void start() throws Exception {
    node = GatewayFixture.with(LIMITS);
    wallet = TestWallet.connect(node.gateway);
  }

  @AfterEach
  void stop() {
    wallet.close();
    node.close();
  }

  private NetworkMessage passed() throws InterruptedException {
    RecordingListener.Received received = node.listener.received.poll(10, TimeUnit.SECONDS);
    assertThat(received).isNotNull();
    return received.message();
  }

  @Test
  void pingIsAnsweredWithItsNonceWithoutTheNode() throws Exception {
    wallet.send("{\"type\":\"Ping\",\"nonce\":9007199254740993}");
    assertThat(wallet.nextText()).isEqualTo("{\"type\":\"Pong\",\"nonce\":9007199254740993}");
    assertThat(node.listener.received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{",
        "{\"type\":\"Ping\",\"nonce\":1",
        "{\"type\":\"Ping\",\"nonce\":1}}",
        "{\"type\":\"Ping\",\"nonce\":1}{\"type\":\"Ping\",\"nonce\":2}",
        "[]",
        "[{\"type\":\"Ping\",\"nonce\":1}]",
        "null",
        "42",
        "\"Ping\"",
        "{}",
        "{\"type\":null}",
        "{\"type\":7}",
        "{\"type\":{}}",
        "{\"type\":\"Ping\"}",
        "{\"type\":\"Ping\",\"nonce\":null}",
        "{\"type\":\"Ping\",\"nonce\":\"1\"}",
        "{\"type\":\"Ping\",\"nonce\":1.5}",
        "{\"type\":\"Ping\",\"nonce\":NaN}",
        "{\"type\":\"Ping\",\"nonce\":99999999999999999999999999}",
        "{'type':'Ping','nonce':1}",
        "{\"type\":\"UTXOStateQuery\"}",
        "{\"type\":\"UTXOStateQuery\",\"outpoints\":\"x\"}",
        "{\"type\":\"UTXOStateQuery\",\"outpoints\":[7]}",
        "{\"type\":\"UTXOSubscribe\",\"outpoints\":[],\"addresses\":[]}",
        "{\"type\":\"TransactionBroadcast\",\"transaction\":[]}",
        "{\"type\":\"GetStatus\",\"request_id\":{}}"
      })
  void textThatIsNoMessageGetsExactlyOneErrorAndTheConnectionStays(String text) throws Exception {
    wallet.send(text);
    wallet.nextError(ErrorCode.MALFORMED);
    wallet.assertUsableAndQuiet(1);
    assertThat(node.listener.received).isEmpty();
    assertThat(node.count(GatewayCounter.MALFORMED)).isOne();
  }

  @Test
  void jsonNestedWithoutEndGetsOneError() throws Exception {
    wallet.send("{\"type\":\"Ping\",\"nonce\":1,\"x\":" + "[".repeat(200_000));
    wallet.nextError(ErrorCode.MALFORMED);
    wallet.assertUsableAndQuiet(2);
  }

  @Test
  void bytesThatAreNoUtf8GetOneError() throws Exception {
    try (RawWallet raw = RawWallet.connect(node.gateway.port())) {
      byte[][] broken = {
        {(byte) 0xff},
        {(byte) 0xc3},
        {(byte) 0xc0, (byte) 0xaf},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
      };
      for (byte[] bytes : broken) {
        byte[] start = "{\"type\":\"Ping\",\"nonce\":1,\"note\":\"".getBytes(UTF_8);
        ByteBuffer text = ByteBuffer.allocate(start.length + bytes.length + 2);
        text.put(start).put(bytes).put((byte) '"').put((byte) '}');
        raw.frame(RawWallet.TEXT, true, text.array());
        assertThat(raw.read().text()).contains("\"malformed\"");
      }
      raw.text("{\"type\":\"Ping\",\"nonce\":8}");
      assertThat(raw.read().text()).contains("Pong");
    }
  }

  @Test
  void unknownTypeIsIgnoredAndCounted() throws Exception {
    wallet.send("{\"type\":\"Tomorrow\",\"nonce\":1}");
    wallet.assertUsableAndQuiet(3);
    assertThat(node.count(GatewayCounter.UNKNOWN_TYPE)).isOne();
  }

  @Test
  void requestsReachTheNodeInOrder() throws Exception {
    List<NetworkMessage> requests =
        List.of(
            Messages.broadcast("a"),
            Messages.query("b"),
            new NetworkMessage.GetTransactions(List.of(Messages.TXID), "c"),
            new NetworkMessage.GetAddressHistory(Messages.ADDRESS, null, 10, "d"),
            Messages.subscribe("s", 1, "e"),
            new NetworkMessage.UtxoUnsubscribe("s", "f"),
            new NetworkMessage.GetStatus("g"),
            new NetworkMessage.Admin("token", "peers", Map.of(), "h"));
    requests.forEach(wallet::send);
    for (NetworkMessage request : requests) {
      assertThat(passed()).isEqualTo(request);
    }
  }

  @Test
  void errorOfTheNodeIsSentBack() throws Exception {
    node.listener.reply =
        m -> Optional.of(new NetworkMessage.Error(ErrorCode.BUSY, "try again", "a"));
    wallet.send(Messages.broadcast("a"));
    assertThat(wallet.nextError(ErrorCode.BUSY).requestId()).isEqualTo("a");
    wallet.assertUsableAndQuiet(4);
  }

  @Test
  void defectOfTheNodeIsAnError() throws Exception {
    node.listener.reply =
        m -> {
          throw new IllegalStateException("expected by the test");
        };
    wallet.send(Messages.query("a"));
    wallet.nextError(ErrorCode.UNAVAILABLE);
    wallet.assertUsableAndQuiet(5);
  }

  @Test
  void messagesBetweenMasternodesAreRefused() throws Exception {
    List<NetworkMessage> foreign =
        List.of(
            new NetworkMessage.GetPeers(),
            new NetworkMessage.Peers(List.of()),
            new NetworkMessage.InstantFinalityVote(List.of(), List.of()),
            Messages.notification("s", 1),
            Messages.confirmed("s", 1));
    for (NetworkMessage message : foreign) {
      wallet.send(message);
      wallet.nextError(ErrorCode.UNSUPPORTED);
    }
    wallet.assertUsableAndQuiet(6);
    assertThat(node.listener.received).isEmpty();
  }

  @Test
  void answersFromAWalletAreIgnored() throws Exception {
    wallet.send(new NetworkMessage.Error(ErrorCode.BUSY, "no", null));
    wallet.send(new NetworkMessage.Pong(1));
    wallet.assertUsableAndQuiet(7);
  }

  @Test
  void transactionsBeyondTheRateAreRefused() throws Exception {
    assertRefusedFrom(4, Messages::broadcast);
  }

  @Test
  void queriesBeyondTheRateAreRefused() throws Exception {
    assertRefusedFrom(3, Messages::query);
  }

  @Test
  void readsBeyondTheRateAreRefused() throws Exception {
    assertRefusedFrom(3, id -> new NetworkMessage.GetTransactions(List.of(Messages.TXID), id));
  }

  @Test
  void subscriptionsBeyondTheRateAreRefused() throws Exception {
    assertRefusedFrom(5, id -> Messages.subscribe("s", 1, id));
  }

  /** All in one write, so that a busy machine does not stretch them over two windows. */
  private void assertRefusedFrom(int first, Function<String, NetworkMessage> request)
      throws Exception {
    ByteArrayOutputStream burst = new ByteArrayOutputStream();
    for (int i = 1; i <= first; i++) {
      byte[] text = CODEC.encode(request.apply("request " + i));
      burst.writeBytes(RawWallet.frameBytes(RawWallet.TEXT, true, text));
    }
    try (RawWallet busy = RawWallet.connect(node.gateway.port())) {
      busy.write(burst.toByteArray());
      assertThat(busy.read().text()).contains("\"rate_limited\"", "\"request " + first + "\"");
      busy.text("{\"type\":\"Ping\",\"nonce\":1}");
      assertThat(busy.read().text()).contains("Pong");
    }
    assertThat(node.listener.received).hasSize(first - 1);
    wallet.send(request.apply("other"));
    wallet.assertUsableAndQuiet(1);
    assertThat(node.listener.received).hasSize(first);
    assertThat(node.count(GatewayCounter.RATE_LIMITED)).isOne();
  }

  @Test
  void rateStartsAnewAfterASecond() throws Exception {
    wallet.send(Messages.query("1"));
    wallet.send(Messages.query("2"));
    await()
        .until(
            () -> {
              wallet.send(Messages.query("later"));
              return node.listener.received.size() > 2;
            });
  }

  @Test
  void watchedEntriesAreLimitedOverAllSubscriptions() throws Exception {
    wallet.send(Messages.subscribe("a", 6_000, "1"));
    wallet.send(Messages.subscribe("b", 4_001, "2"));
    assertThat(wallet.nextError(ErrorCode.TOO_MANY).requestId()).isEqualTo("2");
    wallet.send(new NetworkMessage.UtxoUnsubscribe("a", "3"));
    wallet.send(Messages.subscribe("b", 4_001, "4"));
    wallet.assertUsableAndQuiet(1);
    assertThat(node.listener.received).hasSize(3);
  }

  @Test
  void subscribingAgainReplacesItsEntries() throws Exception {
    wallet.send(Messages.subscribe("a", 6_000, "1"));
    wallet.send(Messages.subscribe("a", 9_000, "2"));
    wallet.send(Messages.subscribe("b", 1_000, "3"));
    wallet.assertUsableAndQuiet(1);
    assertThat(node.listener.received).hasSize(3);
  }

  @Test
  void refusedSubscriptionCountsNothing() throws Exception {
    node.listener.reply =
        m -> Optional.of(new NetworkMessage.Error(ErrorCode.INVALID_ADDRESS, "no", null));
    wallet.send(Messages.subscribe("a", 9_000, "1"));
    wallet.nextError(ErrorCode.INVALID_ADDRESS);
    node.listener.reply = m -> Optional.empty();
    wallet.send(Messages.subscribe("b", 9_000, "2"));
    wallet.assertUsableAndQuiet(1);
  }
}
