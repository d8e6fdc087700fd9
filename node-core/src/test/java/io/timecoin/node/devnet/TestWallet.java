package io.timecoin.node.devnet;

import static org.awaitility.Awaitility.await;

import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wallet's connection that remembers everything it was told. */
public final class TestWallet implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final MessageCodec codec = new MessageCodec();
  private final List<NetworkMessage> received = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private volatile boolean lost;

  public TestWallet(URI uri) {
    socket = HTTP.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
  }

  public void send(NetworkMessage message) {
    socket.sendText(codec.encodeText(message), true).join();
  }

  public <T extends NetworkMessage> Stream<T> received(Class<T> type) {
    return received.stream().filter(type::isInstance).map(type::cast);
  }

  public <T extends NetworkMessage> T awaitOne(Class<T> type, Predicate<T> wanted) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> received(type).filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws IllegalStateException if the node ended the connection, as it does when it joins
   */
  public <T extends NetworkMessage> T ask(NetworkMessage request, Class<T> type) {
    int before = (int) received(type).count();
    send(request);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> lost || received(type).count() > before);
    if (received(type).count() <= before) {
      throw new IllegalStateException("the node ended the connection");
    }
    return received(type).skip(before).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          received.add(codec.decode(text.toString()));
        } catch (ProtocolException e) {
          throw new IllegalStateException("the node sent what is no message: " + text, e);
        }
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      lost = true;
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      lost = true;
    }
  }
}
