package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's connection without a socket and without threads, for simulations: the same limits, the
 * same queue that is dropped and made good by snapshots, the same bytes. One thread.
 */
public final class VirtualClient implements Caller, Outbox.Wire {
  private final ClientId id;
  private final MessageCodec codec;
  private final ClientListener listener;
  private final LongSupplier nanos;
  private final RequestLimits limits;
  private final QueryTimes queries = new QueryTimes();
  private final Requests requests;
  private final Outbox outbox;
  private @Nullable ByteBuffer onTheWire;

  /**
   * A client that was let in.
   *
   * @param listener called within {@link #text} and {@link #read}
   * @param nanos the simulation's time
   */
  public VirtualClient(
      ClientId id,
      GatewayLimits limits,
      MessageCodec codec,
      ClientListener listener,
      LongSupplier nanos) {
    GatewayCounters counters = new GatewayCounters();
    this.id = id;
    this.codec = codec;
    this.listener = listener;
    this.nanos = nanos;
    this.limits = new RequestLimits(limits);
    this.requests = new Requests(codec, listener, counters, nanos);
    this.outbox =
        new Outbox(limits.outbound(), counters, Outgoing.resyncNotice().frame(codec), this);
  }

  /** The client sends a text. */
  public void text(byte[] utf8) {
    requests.text(this, ByteBuffer.wrap(utf8)).ifPresent(this::send);
  }

  /** The node sends the client a message. */
  public void send(NetworkMessage message) {
    outbox.offer(new Outgoing(message, nanos.getAsLong()), null, nanos.getAsLong());
    boolean more = true;
    while (more) {
      more = outbox.encodeSome(codec, nanos.getAsLong());
    }
  }

  /** Whether there is something to read. */
  public boolean hasMore() {
    return onTheWire != null;
  }

  /** Messages that the client has not read. */
  public int unread() {
    return outbox.messages();
  }

  /** Whether it has been too slow for too long: the node closes it. */
  public boolean isTooSlow() {
    return outbox.isTooSlow(nanos.getAsLong());
  }

  /**
   * The client reads what one write of the node carried, one message or several.
   *
   * @throws IllegalStateException if the node wrote what no client can read
   */
  public List<NetworkMessage> read() {
    ByteBuffer buffer = onTheWire;
    if (buffer == null) {
      return List.of();
    }
    onTheWire = null;
    List<NetworkMessage> messages = messagesOf(buffer.duplicate());
    if (outbox.written(buffer, buffer.remaining())) {
      listener.resync(id);
    }
    return messages;
  }

  private List<NetworkMessage> messagesOf(ByteBuffer frames) {
    List<NetworkMessage> messages = new ArrayList<>();
    while (frames.hasRemaining()) {
      frames.get(); // final text frame
      int length = frames.get();
      if (length == 126) {
        length = frames.getShort() & 0xffff;
      } else if (length == 127) {
        length = (int) frames.getLong();
      }
      byte[] payload = new byte[length];
      frames.get(payload);
      try {
        messages.add(codec.decode(payload));
      } catch (ProtocolException e) {
        throw new IllegalStateException("the node wrote what cannot be read", e);
      }
    }
    return messages;
  }

  @Override
  public ClientId id() {
    return id;
  }

  @Override
  public RequestLimits limits() {
    return limits;
  }

  @Override
  public QueryTimes queries() {
    return queries;
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public Optional<NetworkMessage.Error> deliver(ClientListener to, NetworkMessage message) {
    return to.received(id, message);
  }

  @Override
  public boolean put(ByteBuffer buffer, boolean wake) {
    onTheWire = buffer;
    return true;
  }

  @Override
  public Set<String> subscriberIds() {
    return limits.subscriberIds();
  }
}
