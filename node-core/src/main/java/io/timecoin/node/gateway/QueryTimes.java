package io.timecoin.node.gateway;

import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * When one client's open queries were read. The engine answers them in their order, so times need
 * no request id. Safe on any thread.
 */
final class QueryTimes {
  /** Queries that may be open; past it the client's are not timed until all are answered. */
  private static final int OPEN_MAX = 1024;

  private final ArrayDeque<Long> readAtNanos = new ArrayDeque<>();
  private int untimed;

  /** A query is about to be handed over. */
  synchronized void asked(long nowNanos) {
    if (untimed > 0 || readAtNanos.size() >= OPEN_MAX) {
      untimed++;
    } else {
      readAtNanos.add(nowNanos);
    }
  }

  /** The one asked last was not taken. */
  synchronized void refused() {
    if (untimed > 0) {
      untimed--;
    } else {
      readAtNanos.pollLast();
    }
  }

  /** How the message is timed if it is sent now; null if not at all. */
  @Nullable Timing timing(Outgoing message) {
    return switch (message.message()) {
      case NetworkMessage.UtxoStateNotification _ ->
          new Timing(Timing.Kind.NOTIFICATION, message.sinceNanos());
      case NetworkMessage.UtxoStateResponse _,
          NetworkMessage.Transactions _,
          NetworkMessage.AddressHistory _,
          NetworkMessage.Blocks _ ->
          answered();
      default -> null;
    };
  }

  private synchronized @Nullable Timing answered() {
    Long since = readAtNanos.poll();
    if (since == null && untimed > 0) {
      untimed--;
    }
    return since == null ? null : new Timing(Timing.Kind.ANSWER, since);
  }
}
