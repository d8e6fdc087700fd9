package io.timecoin.app.client;

import io.timecoin.app.state.RequestIds;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.state.StageTimes;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.GetStatus;
import io.timecoin.node.protocol.ProtocolException;
import io.timecoin.node.tx.Transaction;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's connection to one node, embedded or remote: comes back by itself, renews its
 * subscription, asks for the node's status every so often. All its work and all calls of the
 * listener happen on one thread; its methods may be called from any.
 */
public final class NodeClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** The node allows ten subscription requests a minute. */
  private static final Duration RESUBSCRIBE_PAUSE = Duration.ofSeconds(7);

  private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration REPEAT_PAUSE = Duration.ofMillis(500);
  private static final Duration FETCH_PAUSE = Duration.ofMillis(50);
  private static final long MICROS_PER_MILLI = 1_000;

  private final ClientSettings settings;
  private final MessageCodec codec;
  private final ClientListener listener;
  private final MicroClock clock;
  private final Backoff backoff;
  private final Conversation conversation;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("wallet-client").factory());
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private @Nullable Wire wire;
  private boolean live;
  private long heardAt;
  private long subscribedAt = Long.MIN_VALUE;
  private boolean subscribeDue;
  private boolean away;
  private boolean closed;

  /** Does nothing until {@link #start}. */
  public NodeClient(
      ClientSettings settings, MessageCodec codec, ClientListener listener, MicroClock clock) {
    this.settings = settings;
    this.codec = codec;
    this.listener = listener;
    this.clock = clock;
    this.backoff =
        new Backoff(settings.retryFirst(), settings.retryMax(), ThreadLocalRandom.current());
    this.conversation = new Conversation(settings.subscriberId(), this::send, this::tell);
  }

  /** Begins to connect. */
  public void start() {
    run(this::connect);
    long status = settings.statusInterval().toMillis();
    var _ =
        thread.scheduleWithFixedDelay(guarded(this::tick), status, status, TimeUnit.MILLISECONDS);
    long fetch = FETCH_PAUSE.toMillis();
    var _ =
        thread.scheduleWithFixedDelay(guarded(this::fetch), fetch, fetch, TimeUnit.MILLISECONDS);
  }

  /** Subscribes to these from now on, instead of what was watched before. */
  public void watch(Watched watched) {
    run(
        () -> {
          conversation.watch(watched);
          if (live) {
            subscribeSoon();
          }
        });
  }

  /** Hands over a payment; it is repeated after reconnects until the node answers. */
  public void pay(Transaction transaction) {
    run(() -> conversation.pay(transaction));
  }

  /** Something that concerns this wallet happened on another connection. */
  public void alsoHappened(SessionEvent event) {
    run(() -> tell(event));
  }

  /** Hangs up, and does not come back before {@link #comeBack}. Payments wait meanwhile. */
  public void stayAway() {
    run(
        () -> {
          away = true;
          hangUp();
          tell(new SessionEvent.Disconnected("", StageTimes.NEVER));
        });
  }

  /** Connects again after {@link #stayAway}. */
  public void comeBack() {
    run(
        () -> {
          away = false;
          connect();
        });
  }

  /** Looks for a block: a height in digits, or a hash or txid of 64 hex characters. */
  public void findBlock(String text) {
    run(() -> conversation.findBlock(text));
  }

  /**
   * Gives the node an operator's command; nothing happens without a connection.
   *
   * @param token of the node; never logged
   */
  public void operate(String token, String command, Map<String, String> arguments) {
    run(() -> send(new NetworkMessage.Admin(token, command, arguments, RequestIds.ADMIN)));
  }

  /** Ends the connection and the thread. */
  @Override
  public void close() {
    run(
        () -> {
          closed = true;
          hangUp();
          http.shutdownNow();
          thread.shutdown();
        });
  }

  private void run(Runnable task) {
    try {
      thread.execute(guarded(task));
    } catch (RejectedExecutionException e) {
      // closed: there is nobody left to do it for
    }
  }

  /**
   * A bug must not end the thread silently, as an executor would have it: the connection restarts.
   */
  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, e);
        lost("a fault in this program: " + e);
      }
    };
  }

  private void later(Runnable task, Duration pause) {
    if (!closed) {
      var _ = thread.schedule(guarded(task), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void connect() {
    if (closed || away || wire != null) {
      return;
    }
    tell(new SessionEvent.Connecting());
    Wire next = new Wire(this::run, this::heard, this::lost);
    wire = next;
    var _ =
        http.newWebSocketBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .buildAsync(settings.uri(), next)
            .whenComplete((socket, failure) -> run(() -> connected(next, socket, failure)));
  }

  private void connected(Wire made, @Nullable WebSocket socket, @Nullable Throwable failure) {
    if (socket == null || wire != made || closed) {
      if (socket != null) {
        socket.abort();
      } else if (wire == made) {
        lost(failure == null ? "the connection broke" : Failures.inWords(failure));
      }
      return;
    }
    made.opened(socket);
    live = true;
    heardAt = clock.now();
    tell(new SessionEvent.Connected());
    subscribedAt = clock.now();
    conversation.begin();
  }

  private void lost(String reason) {
    if (closed || away) {
      return;
    }
    hangUp();
    Duration pause = backoff.next();
    tell(new SessionEvent.Disconnected(reason, clock.now() + pause.toMillis() * MICROS_PER_MILLI));
    later(this::connect, pause);
  }

  private void hangUp() {
    live = false;
    Wire old = wire;
    wire = null;
    if (old != null) {
      old.close();
    }
  }

  private void heard(String text) {
    heardAt = clock.now();
    backoff.succeeded();
    NetworkMessage message;
    try {
      message = codec.decode(text);
    } catch (ProtocolException e) {
      lost("the node said something that is no message: " + e.getMessage());
      return;
    }
    switch (conversation.received(message)) {
      case NOTHING -> {}
      case RESUBSCRIBE -> subscribeSoon();
      case AWAIT_SNAPSHOT -> later(this::subscribeIfOut, SNAPSHOT_PATIENCE);
      case REPEAT -> later(this::repeat, REPEAT_PAUSE);
    }
  }

  private void subscribeSoon() {
    long since = clock.now() - subscribedAt;
    long pause = RESUBSCRIBE_PAUSE.toMillis() - since / MICROS_PER_MILLI;
    if (pause <= 0) {
      subscribe();
    } else if (!subscribeDue) {
      subscribeDue = true;
      later(this::subscribe, Duration.ofMillis(pause));
    }
  }

  private void subscribeIfOut() {
    if (live && !conversation.inStep()) {
      subscribeSoon();
    }
  }

  private void subscribe() {
    subscribeDue = false;
    if (live) {
      subscribedAt = clock.now();
      conversation.subscribe();
    }
  }

  private void repeat() {
    if (live) {
      conversation.repeatUnanswered();
    }
  }

  private void fetch() {
    if (live) {
      conversation.fetchWanted();
    }
  }

  private void tick() {
    if (!live) {
      return;
    }
    long silence = (clock.now() - heardAt) / MICROS_PER_MILLI;
    if (silence > settings.silenceMax().toMillis()) {
      lost("the node has been silent for " + settings.silenceMax().toSeconds() + " seconds");
    } else {
      send(new GetStatus(null));
    }
  }

  private void send(NetworkMessage message) {
    Wire open = wire;
    if (live && open != null) {
      open.send(codec.encodeText(message));
    }
  }

  private void tell(SessionEvent event) {
    listener.happened(event, clock.now());
  }
}
