package io.timecoin.node.devnet;

import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a node for its status as any wallet would: over WebSocket, on one connection that it keeps.
 */
final class StatusProbe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI uri;
  private final MessageCodec codec = new MessageCodec();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private @Nullable WebSocket socket;
  private volatile CompletableFuture<Integer> answer = new CompletableFuture<>();

  StatusProbe(URI uri) {
    this.uri = uri;
  }

  /** Masternodes the node is connected with, itself included; empty while it does not answer. */
  OptionalInt masternodesOnline() {
    try {
      answer = new CompletableFuture<>();
      WebSocket asked = connected();
      asked.sendText(codec.encodeText(new NetworkMessage.GetStatus(null)), true).join();
      return OptionalInt.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (CompletionException | ExecutionException | TimeoutException e) {
      drop(); // not there yet, or gone: the next call connects again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return OptionalInt.empty();
  }

  private WebSocket connected() {
    WebSocket open = socket;
    if (open == null) {
      open =
          http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(uri, new Answers()).join();
      socket = open;
    }
    return open;
  }

  private void drop() {
    if (socket != null) {
      socket.abort();
      socket = null;
    }
  }

  @Override
  public void close() {
    drop();
    http.shutdownNow();
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        read(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void read(String message) {
      try {
        if (codec.decode(message) instanceof NetworkMessage.NodeStatus status) {
          answer.complete(status.report().masternodesOnline());
        }
      } catch (ProtocolException e) {
        answer.completeExceptionally(e);
      }
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      answer.completeExceptionally(error);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      answer.completeExceptionally(new IllegalStateException("closed: " + status));
      return null;
    }
  }
}
