package io.timecoin.node.cli.client;

import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What comes in on a connection: answers go to whoever asked, everything else into a bounded queue.
 * Its methods as listener run on one thread at a time.
 */
final class Inbox implements WebSocket.Listener {
  /** Pushed messages that may wait; past it the connection ends, as after any other loss. */
  private static final int PUSHED_MAX = 100_000;

  /** Longest message read, in characters. */
  private static final int MESSAGE_CHARS_MAX = 64 << 20;

  private final MessageCodec codec;
  private final BlockingQueue<Event> pushed = new ArrayBlockingQueue<>(PUSHED_MAX + 1);
  private final Map<String, CompletableFuture<Received>> asked = new ConcurrentHashMap<>();
  private final StringBuilder partial = new StringBuilder();
  private volatile @Nullable String lost;

  /** In the queue: a message, or the end. */
  private sealed interface Event {
    record Message(Received received) implements Event {}

    record End() implements Event {}
  }

  Inbox(MessageCodec codec) {
    this.codec = codec;
  }

  /** The answer that will carry the id. */
  CompletableFuture<Received> expect(String requestId) {
    CompletableFuture<Received> answer = new CompletableFuture<>();
    asked.put(requestId, answer);
    String reason = lost;
    if (reason != null) {
      answer.completeExceptionally(new ConnectionLostException(reason));
    }
    return answer;
  }

  void forget(String requestId) {
    asked.remove(requestId);
  }

  /**
   * The next message that is no answer; null if none came in time.
   *
   * @throws ConnectionLostException after the last one
   */
  @Nullable Received next(Duration wait) throws ConnectionLostException, InterruptedException {
    Event event = pushed.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (event instanceof Event.End) {
      pushed.offer(event); // for every later caller
      throw new ConnectionLostException(String.valueOf(lost));
    }
    return event instanceof Event.Message message ? message.received() : null;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (partial.length() > MESSAGE_CHARS_MAX) {
      end("the node sent a message of more than " + MESSAGE_CHARS_MAX + " characters");
      socket.abort();
      return null;
    }
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      dispatch(socket, text);
    }
    socket.request(1);
    return null;
  }

  private void dispatch(WebSocket socket, String text) {
    Received received = new Received(text, decode(text), System.nanoTime());
    String id = Answers.requestId(received.message());
    CompletableFuture<Received> waiting = id == null ? null : asked.remove(id);
    if (waiting == null && id == null && received.message() instanceof NetworkMessage.Error) {
      waiting = onlyOneAsked();
    }
    if (waiting != null) {
      waiting.complete(received);
    } else if (pushed.remainingCapacity() > 1) {
      pushed.add(new Event.Message(received));
    } else {
      end("more than " + PUSHED_MAX + " messages came in unread");
      socket.abort();
    }
  }

  /** An error without an id can only be meant for a request that is under way. */
  private @Nullable CompletableFuture<Received> onlyOneAsked() {
    return asked.size() == 1 ? asked.values().iterator().next() : null;
  }

  private NetworkMessage decode(String text) {
    try {
      return codec.decode(text);
    } catch (ProtocolException e) {
      return new NetworkMessage.Error(
          ErrorCode.MALFORMED,
          "the node sent what this version cannot read: " + e.getMessage(),
          null);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    end("the node closed the connection" + (reason.isEmpty() ? "" : ": " + reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end("the connection broke: " + Reasons.of(error));
  }

  /** The first reason counts. */
  void end(String reason) {
    synchronized (asked) {
      if (lost != null) {
        return;
      }
      lost = reason;
    }
    pushed.offer(new Event.End());
    asked.values().forEach(a -> a.completeExceptionally(new ConnectionLostException(reason)));
  }
}
