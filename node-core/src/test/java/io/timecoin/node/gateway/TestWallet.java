package io.timecoin.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A wallet as others would write it: the JDK's WebSocket client. */
final class TestWallet implements AutoCloseable {
  private static final long PATIENCE_S = 30;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final MessageCodec CODEC = new MessageCodec();

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final WebSocket socket;

  private TestWallet(URI uri) {
    socket = HTTP.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
  }

  static TestWallet connect(WalletGateway gateway) {
    return new TestWallet(gateway.uri());
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void send(NetworkMessage message) {
    send(CODEC.encodeText(message));
  }

  WebSocket socket() {
    return socket;
  }

  String nextText() throws InterruptedException {
    String text = texts.poll(PATIENCE_S, TimeUnit.SECONDS);
    assertThat(text).as("a message within %s s", PATIENCE_S).isNotNull();
    return text;
  }

  NetworkMessage next() throws Exception {
    return CODEC.decode(nextText());
  }

  NetworkMessage.Error nextError(ErrorCode code) throws Exception {
    NetworkMessage message = next();
    assertThat(message).isInstanceOf(NetworkMessage.Error.class);
    NetworkMessage.Error error = (NetworkMessage.Error) message;
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.message()).isNotBlank();
    return error;
  }

  /** The connection works, and nothing else was on its way. */
  void assertUsableAndQuiet(long nonce) throws Exception {
    send(new NetworkMessage.Ping(nonce));
    assertThat(next()).isEqualTo(new NetworkMessage.Pong(nonce));
  }

  int closeCode() throws Exception {
    return closeCode.get(PATIENCE_S, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        texts.add(parts.toString());
        parts.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      closeCode.complete(statusCode);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closeCode.complete(1006);
    }
  }
}
