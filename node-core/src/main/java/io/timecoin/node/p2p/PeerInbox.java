package io.timecoin.node.p2p;

import io.timecoin.node.p2p.guard.MessageRates;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.ProtocolException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happens to each message of one peer after the handshake. On its reading thread. */
final class PeerInbox {
  private final PeerContext context;
  private final Connection connection;
  private final MessageRates rates;

  PeerInbox(PeerContext context, Connection connection, MessageRates rates) {
    this.context = context;
    this.connection = connection;
    this.rates = rates;
  }

  /** Monotonic milliseconds, the time of everything bounded per peer. */
  static long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** Answers, passes on or refuses one message. */
  void handle(byte[] payload) {
    NetworkMessage message;
    try {
      message = context.codec().decode(payload);
    } catch (ProtocolException e) {
      context.counters().add(PeerCounter.MALFORMED);
      context.send(connection, e.toError());
      context.discipline().offend(connection, "no message: " + e.getMessage());
      return;
    }
    if (rates.refuses(message, nowMs())) {
      context.counters().add(PeerCounter.RATE_LIMITED);
      String text = "more " + message.getClass().getSimpleName() + " than allowed in a second";
      context.send(connection, new Error(ErrorCode.RATE_LIMITED, text, requestId(message)));
      return;
    }
    connection.liveness().neglect();
    try {
      slowDown(rates.delayMs(message, nowMs()));
      dispatch(message);
    } finally {
      connection.liveness().attend(System.nanoTime());
    }
  }

  private static @Nullable String requestId(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.TransactionBroadcast m -> m.requestId();
      case NetworkMessage.UtxoStateQuery m -> m.requestId();
      case NetworkMessage.UtxoSubscribe m -> m.requestId();
      case NetworkMessage.UtxoUnsubscribe m -> m.requestId();
      case NetworkMessage.GetTransactions m -> m.requestId();
      case NetworkMessage.GetAddressHistory m -> m.requestId();
      case NetworkMessage.GetStatus m -> m.requestId();
      default -> null;
    };
  }

  private void slowDown(long delayMs) {
    if (delayMs <= 0) {
      return;
    }
    context.counters().add(PeerCounter.MEMBER_SLOWED);
    try {
      TimeUnit.MILLISECONDS.sleep(delayMs);
    } catch (InterruptedException e) {
      connection.close(CloseReason.STOPPED);
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch(NetworkMessage message) {
    switch (message) {
      case NetworkMessage.Ping ping ->
          context.send(connection, new NetworkMessage.Pong(ping.nonce()));
      case NetworkMessage.Pong pong -> connection.liveness().pong(pong.nonce(), System.nanoTime());
      case NetworkMessage.GetPeers _ -> context.exchange().answer(context, connection);
      case NetworkMessage.Peers peers -> context.exchange().learn(connection, peers);
      case NetworkMessage.Handshake _, NetworkMessage.HandshakeAck _ ->
          context.discipline().offend(connection, "a second handshake");
      case NetworkMessage.Unknown _ -> context.counters().add(PeerCounter.UNKNOWN_TYPES);
      case NetworkMessage.Admin admin ->
          context.send(
              connection,
              new Error(ErrorCode.UNSUPPORTED, "no commands between peers", admin.requestId()));
      default ->
          context
              .listener()
              .received(connection.id(), message)
              .ifPresent(reason -> context.discipline().offend(connection, reason));
    }
  }
}
