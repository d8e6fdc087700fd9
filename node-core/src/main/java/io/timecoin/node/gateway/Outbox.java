package io.timecoin.node.gateway;

import io.timecoin.node.gateway.FrameQueue.Kind;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one client. Messages come in from any thread, the {@link Pump} encodes them, and
 * the thread that writes sockets takes them, one buffer at a time, so that everything not yet
 * written is counted here. Past the bound the queue is dropped and a notice takes its place;
 * nothing more is kept until the notice has been written, and a client that falls behind again
 * before it has caught up is given up.
 */
final class Outbox {
  /** The connection. Called with the outbox locked: neither may block or call back. */
  interface Wire {
    /**
     * Puts a buffer behind what is being written.
     *
     * @param wake whether the thread that writes may be asleep
     * @return false if the connection is closing
     */
    boolean put(ByteBuffer buffer, boolean wake);

    /** Ids of live subscriptions. */
    Set<String> subscriberIds();
  }

  private enum State {
    OPEN,
    /** Dropped; the notice has not been written yet. */
    NOTICE,
    /** Too slow for longer than it may be: to be closed. */
    GIVEN_UP,
    CLOSED
  }

  private record Waiting(Outgoing message, @Nullable Timing timing) {}

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int TURN_MESSAGES = 256;

  private final GatewayLimits.Outbound limits;
  private final GatewayCounters counters;
  private final ByteBuffer notice;
  private final Wire wire;

  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final FrameQueue frames = new FrameQueue();
  private final Set<String> awaitingSnapshot = new HashSet<>();
  private State state = State.OPEN;
  private boolean scheduled;
  private boolean catchingUp;
  private long noticeNanos;
  private int generation;
  private int waitingMessages;

  /**
   * Of a new connection.
   *
   * @param notice the frame that tells the client what was dropped
   */
  Outbox(GatewayLimits.Outbound limits, GatewayCounters counters, ByteBuffer notice, Wire wire) {
    this.limits = limits;
    this.counters = counters;
    this.notice = notice;
    this.wire = wire;
  }

  /**
   * Takes a message, or drops it. Never blocks.
   *
   * @param timing told when it is written, or null
   * @return whether the pump must be told
   */
  synchronized boolean offer(Outgoing message, @Nullable Timing timing, long nowNanos) {
    if (state != State.OPEN || isStale(message.message())) {
      counters.count(GatewayCounter.DROPPED);
      return false;
    }
    if (message.isSnapshot() || waitingMessages + frames.messages() < limits.messages()) {
      waiting.add(new Waiting(message, timing));
      waitingMessages += message.isSnapshot() ? 0 : 1;
    } else {
      counters.count(GatewayCounter.DROPPED);
      overflow(nowNanos);
    }
    boolean first = !scheduled;
    scheduled = true;
    return first;
  }

  /** Whether it is a notification made before the snapshot that it would follow. */
  private boolean isStale(NetworkMessage message) {
    if (awaitingSnapshot.isEmpty()) {
      return false;
    }
    if (message instanceof NetworkMessage.SubscriptionConfirmed confirmed) {
      awaitingSnapshot.remove(confirmed.subscriberId());
    }
    return message instanceof NetworkMessage.UtxoStateNotification notification
        && notification.subscriberId() != null
        && awaitingSnapshot.contains(notification.subscriberId());
  }

  /**
   * Encodes what waits, a bounded number of messages so that other clients get their turn. For the
   * pump's thread alone.
   *
   * @return whether some are left
   */
  boolean encodeSome(MessageCodec codec, long nowNanos) {
    for (int i = 0; i < TURN_MESSAGES; i++) {
      Waiting next;
      int since;
      synchronized (this) {
        next = waiting.peek();
        since = generation;
        if (next == null) {
          scheduled = false;
          feed(true);
          return false;
        }
      }
      append(next, encoded(next.message(), codec), since, nowNanos);
    }
    return true;
  }

  private @Nullable ByteBuffer encoded(Outgoing message, MessageCodec codec) {
    try {
      return message.frame(codec);
    } catch (RuntimeException e) {
      counters.count(GatewayCounter.FAULTS);
      LOG.error("a {} cannot be encoded", message.message().getClass().getSimpleName(), e);
      return null;
    }
  }

  private synchronized void append(
      Waiting next, @Nullable ByteBuffer frame, int since, long nowNanos) {
    if (since != generation) {
      return; // dropped meanwhile, with all that waited
    }
    waiting.remove();
    boolean snapshot = next.message().isSnapshot();
    waitingMessages -= snapshot ? 0 : 1;
    Kind kind = snapshot ? Kind.SNAPSHOT : Kind.MESSAGE;
    if (frame == null) {
      overflow(nowNanos); // nothing may be lost silently
    } else if (fits(kind, frame.remaining())) {
      frames.add(frame, kind, next.timing());
    } else if (kind == Kind.SNAPSHOT) {
      giveUp(); // another resync would make the same snapshots again
    } else {
      counters.count(GatewayCounter.DROPPED);
      overflow(nowNanos);
    }
    feed(true);
  }

  /** One message alone always fits: it is as large as the protocol lets it be. */
  private boolean fits(Kind kind, int size) {
    boolean snapshot = kind == Kind.SNAPSHOT;
    long bytes = snapshot ? frames.snapshotBytes() : frames.messageBytes();
    return bytes == 0 || bytes + size <= (snapshot ? limits.snapshotBytes() : limits.bytes());
  }

  private void overflow(long nowNanos) {
    if (catchingUp) {
      giveUp();
      return;
    }
    counters.count(GatewayCounter.RESYNCS);
    drop();
    catchingUp = true;
    state = State.NOTICE;
    noticeNanos = nowNanos;
    frames.add(notice.duplicate(), Kind.NOTICE);
  }

  private void giveUp() {
    drop();
    state = State.GIVEN_UP;
  }

  private void drop() {
    counters.count(GatewayCounter.DROPPED, waiting.size() + (long) frames.clear());
    waiting.clear();
    waitingMessages = 0;
    generation++;
  }

  private void feed(boolean wake) {
    if (frames.inFlight() == null && !frames.isEmpty() && !wire.put(frames.take(), wake)) {
      close();
    }
  }

  /**
   * A buffer has been written out. For the thread that writes sockets.
   *
   * @return whether that was the notice, so that snapshots must be made
   */
  synchronized boolean written(ByteBuffer buffer, int size) {
    if (!isInFlight(buffer)) {
      return false; // one of the library's own: a pong, a close
    }
    counters.count(GatewayCounter.MESSAGES_OUT, frames.landed(counters.times(), System.nanoTime()));
    counters.count(GatewayCounter.BYTES_OUT, size);
    boolean drained = frames.isEmpty() && waiting.isEmpty();
    boolean noticeIsOut = state == State.NOTICE && drained;
    if (noticeIsOut) {
      state = State.OPEN;
      awaitingSnapshot.addAll(wire.subscriberIds());
    } else if (drained) {
      catchingUp = false;
    }
    feed(false);
    return noticeIsOut;
  }

  /** Whether exactly this buffer has not been written out yet. */
  @SuppressWarnings("ReferenceEquality") // buffers of equal content are different buffers
  synchronized boolean isInFlight(ByteBuffer buffer) {
    return frames.inFlight() == buffer;
  }

  /** The buffer being written, or null. */
  synchronized @Nullable ByteBuffer inFlight() {
    return frames.inFlight();
  }

  /** Messages not yet written. */
  synchronized int messages() {
    return waiting.size() + frames.messages();
  }

  /** Whether the client must be closed because it does not read. */
  synchronized boolean isTooSlow(long nowNanos) {
    return state == State.GIVEN_UP
        || (state == State.NOTICE && nowNanos - noticeNanos > limits.patience().toNanos());
  }

  /** The pump had no room for it. */
  synchronized void missedTurn() {
    scheduled = false;
  }

  /** Whether messages wait and the pump has not been told. */
  synchronized boolean needsTurn() {
    boolean needs = !scheduled && !waiting.isEmpty();
    scheduled |= needs;
    return needs;
  }

  /** Takes nothing more. */
  synchronized void close() {
    drop();
    state = State.CLOSED;
  }
}
