package io.timecoin.node.gateway;

import io.timecoin.node.gateway.RequestLimits.Kind;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.MessageType;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client's text leads to: at once an answer, or a request to the node that is within all
 * limits. Nothing is refused silently.
 */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final MessageCodec codec;
  private final ClientListener listener;
  private final GatewayCounters counters;
  private final LongSupplier nanos;

  /**
   * Of all clients.
   *
   * @param nanos {@code System.nanoTime()}, or the time of a simulation
   */
  Requests(
      MessageCodec codec, ClientListener listener, GatewayCounters counters, LongSupplier nanos) {
    this.nanos = nanos;
    this.codec = codec;
    this.listener = listener;
    this.counters = counters;
  }

  /** The answer to give at once, or empty if there is none or the node will give it. */
  Optional<NetworkMessage> text(Caller client, ByteBuffer utf8) {
    counters.count(GatewayCounter.MESSAGES_IN);
    byte[] bytes = new byte[utf8.remaining()];
    utf8.get(bytes);
    try {
      requireUtf8(bytes);
      return message(client, codec.decode(bytes));
    } catch (ProtocolException e) {
      counters.count(GatewayCounter.MALFORMED);
      return Optional.of(e.toError());
    } catch (RuntimeException e) {
      counters.count(GatewayCounter.FAULTS);
      LOG.error("a request of client {} met a defect", client.id(), e);
      return Optional.of(
          new Error(ErrorCode.UNAVAILABLE, "the node could not handle this request", null));
    }
  }

  /** A parser does not look into what it skips; two readers must not see different texts. */
  private static void requireUtf8(byte[] text) throws ProtocolException {
    for (byte b : text) {
      if (b < 0) {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
          return;
        } catch (CharacterCodingException e) {
          throw new ProtocolException(ErrorCode.MALFORMED, "the text is not UTF-8", null);
        }
      }
    }
  }

  /** The answer to a message that is no text. */
  Error binary() {
    counters.count(GatewayCounter.BINARY);
    return new Error(ErrorCode.UNSUPPORTED, "messages are JSON in text frames, not binary", null);
  }

  /** The answer to a message that is too large. */
  Error tooLarge(int messageMax) {
    counters.count(GatewayCounter.TOO_LARGE);
    return new Error(
        ErrorCode.TOO_LARGE, "a message may have at most " + messageMax + " bytes", null);
  }

  private Optional<NetworkMessage> message(Caller client, NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.TransactionBroadcast m ->
          limited(client, Kind.TRANSACTION, m.requestId(), () -> pass(client, m));
      case NetworkMessage.UtxoStateQuery m ->
          limited(client, Kind.QUERY, m.requestId(), () -> query(client, m));
      case NetworkMessage.GetTransactions m ->
          limited(client, Kind.READ, m.requestId(), () -> query(client, m));
      case NetworkMessage.GetAddressHistory m ->
          limited(client, Kind.READ, m.requestId(), () -> query(client, m));
      case NetworkMessage.GetBlocks m ->
          limited(client, Kind.READ, m.requestId(), () -> query(client, m));
      case NetworkMessage.UtxoSubscribe m ->
          limited(client, Kind.SUBSCRIPTION, m.requestId(), () -> subscribe(client, m));
      case NetworkMessage.UtxoUnsubscribe m ->
          limited(client, Kind.OTHER, m.requestId(), () -> unsubscribe(client, m));
      case NetworkMessage.GetStatus m ->
          limited(client, Kind.OTHER, m.requestId(), () -> pass(client, m));
      case NetworkMessage.Admin m ->
          limited(client, Kind.OTHER, m.requestId(), () -> admin(client, m));
      case NetworkMessage.Ping m ->
          limited(client, Kind.OTHER, null, () -> Optional.of(new NetworkMessage.Pong(m.nonce())));
      case NetworkMessage.Unknown _ ->
          limited(client, Kind.OTHER, null, () -> ignored(GatewayCounter.UNKNOWN_TYPE));
      // Answers to nothing: an answer to them could go on for ever.
      case NetworkMessage.Pong _, NetworkMessage.Error _ -> ignored(GatewayCounter.UNSUPPORTED);
      case NetworkMessage.Handshake _,
          NetworkMessage.HandshakeAck _,
          NetworkMessage.GetPeers _,
          NetworkMessage.Peers _,
          NetworkMessage.InstantFinalityVote _,
          NetworkMessage.ReleasePromise _,
          NetworkMessage.BlockProposal _,
          NetworkMessage.BlockVote _,
          NetworkMessage.ChainStatus _,
          NetworkMessage.GetCheckpoint _,
          NetworkMessage.CheckpointOffer _,
          NetworkMessage.GetCheckpointChunk _,
          NetworkMessage.CheckpointChunk _,
          NetworkMessage.UtxoStateNotification _ ->
          unsupported(message, null);
      case NetworkMessage.UtxoStateResponse m -> unsupported(m, m.requestId());
      case NetworkMessage.SubscriptionConfirmed m -> unsupported(m, m.requestId());
      case NetworkMessage.TransactionAccepted m -> unsupported(m, m.requestId());
      case NetworkMessage.TransactionStatus m -> unsupported(m, null);
      case NetworkMessage.FinalityCertificate m -> unsupported(m, m.requestId());
      case NetworkMessage.Transactions m -> unsupported(m, m.requestId());
      case NetworkMessage.Blocks m -> unsupported(m, m.requestId());
      case NetworkMessage.AddressHistory m -> unsupported(m, m.requestId());
      case NetworkMessage.NodeStatus m -> unsupported(m, m.requestId());
      case NetworkMessage.AdminResult m -> unsupported(m, m.requestId());
    };
  }

  private Optional<NetworkMessage> limited(
      Caller client,
      Kind kind,
      @Nullable String requestId,
      Supplier<Optional<NetworkMessage>> withinLimit) {
    if (client.limits().tryTake(kind, nanos.getAsLong())) {
      return withinLimit.get();
    }
    return refused(
        GatewayCounter.RATE_LIMITED,
        new Error(ErrorCode.RATE_LIMITED, client.limits().describe(kind), requestId));
  }

  private Optional<NetworkMessage> pass(Caller client, NetworkMessage message) {
    return client.deliver(listener, message).map(NetworkMessage.class::cast);
  }

  /** Something the engine answers with one message, timed until that is written. */
  private Optional<NetworkMessage> query(Caller client, NetworkMessage message) {
    client.queries().asked(nanos.getAsLong());
    Optional<NetworkMessage> refusal = pass(client, message);
    if (refusal.isPresent()) {
      client.queries().refused();
    }
    return refusal;
  }

  private Optional<NetworkMessage> subscribe(Caller client, NetworkMessage.UtxoSubscribe message) {
    RequestLimits limits = client.limits();
    String id = message.subscriberId();
    int before = limits.watchedBy(id);
    int entries = message.outpoints().size() + message.addresses().size();
    if (!limits.tryWatch(id, entries)) {
      return refused(
          GatewayCounter.TOO_MANY,
          new Error(
              ErrorCode.TOO_MANY,
              "a connection may watch at most " + limits.watchedMax() + " outpoints and addresses",
              message.requestId()));
    }
    Optional<NetworkMessage> refusal = pass(client, message);
    if (refusal.isPresent()) {
      // What was subscribed before goes on.
      limits.unwatch(id);
      if (before > 0) {
        limits.tryWatch(id, before);
      }
    }
    return refusal;
  }

  private Optional<NetworkMessage> unsubscribe(
      Caller client, NetworkMessage.UtxoUnsubscribe message) {
    Optional<NetworkMessage> refusal = pass(client, message);
    if (refusal.isEmpty()) {
      client.limits().unwatch(message.subscriberId());
    }
    return refusal;
  }

  private Optional<NetworkMessage> admin(Caller client, NetworkMessage.Admin message) {
    if (client.isLocal()) {
      return pass(client, message);
    }
    return refused(
        GatewayCounter.FORBIDDEN,
        new Error(
            ErrorCode.FORBIDDEN, "commands are taken from this machine only", message.requestId()));
  }

  private Optional<NetworkMessage> unsupported(NetworkMessage message, @Nullable String requestId) {
    return refused(
        GatewayCounter.UNSUPPORTED,
        new Error(
            ErrorCode.UNSUPPORTED,
            "a wallet does not send " + MessageType.nameOf(message.getClass()),
            requestId));
  }

  private Optional<NetworkMessage> ignored(GatewayCounter counter) {
    counters.count(counter);
    return Optional.empty();
  }

  private Optional<NetworkMessage> refused(GatewayCounter counter, Error answer) {
    counters.count(counter);
    return Optional.of(answer);
  }
}
