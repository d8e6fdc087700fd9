package io.timecoin.node.cli.client;

import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's connection to a node: requests with their answers, and the stream of everything else.
 * Safe on any thread.
 */
public final class NodeConnection implements AutoCloseable {
  private final HttpClient client;
  private final WebSocket socket;
  private final MessageCodec codec;
  private final Inbox inbox;
  private final AtomicLong requests = new AtomicLong();
  private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);

  private NodeConnection(HttpClient client, WebSocket socket, MessageCodec codec, Inbox inbox) {
    this.client = client;
    this.socket = socket;
    this.codec = codec;
    this.inbox = inbox;
  }

  /**
   * Connects.
   *
   * @throws ConnectionLostException saying what is at that address, if it is no node
   */
  public static NodeConnection open(URI node, Duration timeout)
      throws ConnectionLostException, InterruptedException {
    MessageCodec codec = new MessageCodec();
    Inbox inbox = new Inbox(codec);
    HttpClient client = HttpClient.newHttpClient();
    try {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(timeout)
              .buildAsync(node, inbox)
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new NodeConnection(client, socket, codec, inbox);
    } catch (ExecutionException | IllegalArgumentException e) {
      client.shutdownNow();
      throw new ConnectionLostException(Reasons.of(e));
    } catch (TimeoutException e) {
      client.shutdownNow();
      throw new ConnectionLostException("no answer in " + timeout.toSeconds() + " s");
    }
  }

  /** Sends without waiting for an answer. */
  public void send(NetworkMessage message) {
    sendText(codec.encodeText(message));
  }

  /** Sends any text: also what is no message. */
  public synchronized void sendText(String text) {
    // The API takes a text only after the one before has left.
    lastSent =
        lastSent
            .handle((_, _) -> socket.sendText(text, true))
            .thenCompose(sent -> sent)
            .whenComplete(
                (_, failure) -> {
                  if (failure != null) {
                    inbox.end("the connection broke: " + Reasons.of(failure));
                  }
                });
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param request makes the message for a request id
   * @throws CommandFailedException with the node's code, if it refuses; or if no answer comes
   */
  public <T extends NetworkMessage> T ask(
      Function<String, NetworkMessage> request, Class<T> type, Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    NetworkMessage message = askRaw(request, timeout).message();
    if (message instanceof NetworkMessage.Error refusal) {
      throw Advice.failure(refusal);
    }
    if (!type.isInstance(message)) {
      throw new CommandFailedException(
          "the node answered with a " + message.getClass().getSimpleName());
    }
    return type.cast(message);
  }

  /** As {@link #ask}, but whatever the answer is. */
  public Received askRaw(Function<String, NetworkMessage> request, Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    String id = "r" + requests.incrementAndGet();
    CompletableFuture<Received> answer = inbox.expect(id);
    try {
      send(request.apply(id));
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CommandFailedException("the node did not answer in " + timeout.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ConnectionLostException lost
          ? lost
          : new ConnectionLostException(Reasons.of(e));
    } finally {
      inbox.forget(id);
    }
  }

  /**
   * The next message that is no answer, in the order they came; null if none comes in time.
   *
   * @throws ConnectionLostException after the last one
   */
  public @Nullable Received next(Duration wait)
      throws ConnectionLostException, InterruptedException {
    return inbox.next(wait);
  }

  /** Ends the connection at once; the node notices. */
  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
