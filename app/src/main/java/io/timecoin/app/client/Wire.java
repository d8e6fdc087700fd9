package io.timecoin.app.client;

import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket, seen from the client's thread: whole texts in, whole texts out, one end. The next
 * text is asked for when the last one was handled, so that a burst waits in the socket and not
 * here.
 */
final class Wire implements WebSocket.Listener {

  /** A snapshot of 10 000 outputs is about 3 MB; far past it the node is not one of ours. */
  static final int TEXT_CHARS_MAX = 64 << 20;

  /** Texts waiting to be sent; past it the connection is given up. */
  static final int OUTBOX_MAX = 1_000;

  private static final int NORMAL_CLOSE = WebSocket.NORMAL_CLOSURE;

  private final Executor thread;
  private final Consumer<String> texts;
  private final Consumer<String> ended;
  private final StringBuilder partial = new StringBuilder();
  private final Backlog backlog = new Backlog();
  private final Deque<String> outbox = new ArrayDeque<>();
  private @Nullable WebSocket socket;
  private boolean sending;
  private boolean over;

  /**
   * A wire that is not connected yet.
   *
   * @param thread runs tasks in order on the client's thread
   * @param ended told the reason once, on the client's thread, unless closed from this side
   */
  Wire(Executor thread, Consumer<String> texts, Consumer<String> ended) {
    this.thread = thread;
    this.texts = texts;
    this.ended = ended;
  }

  /** Client's thread. */
  void opened(WebSocket opened) {
    socket = opened;
    sendNext();
  }

  /** Client's thread. */
  void send(String text) {
    if (outbox.size() >= OUTBOX_MAX) {
      end("the node does not take what is sent");
      return;
    }
    outbox.add(text);
    sendNext();
  }

  /** Ends it from this side, silently. Client's thread. */
  void close() {
    over = true;
    WebSocket open = socket;
    if (open == null) {
      return;
    }
    if (sending || open.isOutputClosed()) {
      open.abort();
    } else {
      var _ = open.sendClose(NORMAL_CLOSE, "").whenComplete((_, _) -> open.abort());
    }
  }

  private void sendNext() {
    WebSocket open = socket;
    if (open == null || sending || over) {
      return;
    }
    String text = outbox.poll();
    if (text == null) {
      return;
    }
    sending = true;
    var _ =
        open.sendText(text, true)
            .whenCompleteAsync(
                (_, failure) -> {
                  sending = false;
                  if (failure == null) {
                    sendNext();
                  } else {
                    end(Failures.inWords(failure));
                  }
                },
                thread);
  }

  private void end(String reason) {
    if (!over) {
      close();
      ended.accept(reason);
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    if (partial.length() + data.length() > TEXT_CHARS_MAX) {
      thread.execute(() -> end("the node sent a message without end"));
      return null;
    }
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      boolean room = backlog.add(text.length());
      thread.execute(() -> taken(from, text));
      if (room) {
        from.request(1);
      }
    } else {
      from.request(1);
    }
    return null;
  }

  private void taken(WebSocket from, String text) {
    if (!over) {
      texts.accept(text);
    }
    if (backlog.remove(text.length())) {
      from.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    String words = reason.isEmpty() ? "the node closed the connection (" + code + ")" : reason;
    thread.execute(() -> end(words));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    thread.execute(() -> end(Failures.inWords(error)));
  }
}
