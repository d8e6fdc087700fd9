package io.timecoin.node.devnet;

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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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

  /**
   * Waits for a message that is wanted, or has it already.
   *
   * @throws IllegalStateException if the node ended the connection, as it does when it joins
   */
  public <T extends NetworkMessage> T awaitOne(Class<T> type, Predicate<T> wanted) {
    return await(() -> received(type).filter(wanted).findFirst());
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws IllegalStateException if the node ended the connection, as it does when it joins
   */
  public <T extends NetworkMessage> T ask(NetworkMessage request, Class<T> type) {
    long before = received(type).count();
    send(request);
    return await(() -> received(type).skip(before).findFirst());
  }

  private <T> T await(Supplier<Optional<T>> look) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> lost || look.get().isPresent());
    return look.get().orElseThrow(() -> new IllegalStateException("the node ended the connection"));
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
