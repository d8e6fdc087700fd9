package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** A wallet that was let in. */
final class Client implements Caller, Outbox.Wire {
  private final ClientId id;
  private final Connection connection;
  private final GatewayServer server;
  private final RequestLimits limits;
  private final Outbox outbox;
  private final QueryTimes queries = new QueryTimes();
  private final boolean local;
  private final Object turn = new Object();
  private boolean ended;

  Client(
      ClientId id,
      Connection connection,
      GatewayServer server,
      GatewayLimits limits,
      GatewayCounters counters,
      ByteBuffer notice) {
    this.id = id;
    this.connection = connection;
    this.server = server;
    this.limits = new RequestLimits(limits);
    this.outbox = new Outbox(limits.outbound(), counters, notice, this);
    this.local = connection.isLocal();
  }

  @Override
  public ClientId id() {
    return id;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public RequestLimits limits() {
    return limits;
  }

  Outbox outbox() {
    return outbox;
  }

  @Override
  public QueryTimes queries() {
    return queries;
  }

  @Override
  public boolean isLocal() {
    return local;
  }

  @Override
  public Optional<NetworkMessage.Error> deliver(ClientListener listener, NetworkMessage message) {
    synchronized (turn) {
      return ended ? Optional.empty() : listener.received(id, message);
    }
  }

  /** Waits for the request being handled; then tells that nothing more will come. */
  void end(ClientListener listener) {
    synchronized (turn) {
      ended = true;
    }
    listener.closed(id);
  }

  /** Encodes some of what waits; whether more is left. */
  boolean encodeSome(MessageCodec codec) {
    return outbox.encodeSome(codec, System.nanoTime());
  }

  @Override
  public boolean put(ByteBuffer buffer, boolean wake) {
    if (!connection.webSocket().isOpen()) {
      return false;
    }
    // Past the library's send(): it would copy the frame for every client.
    connection.webSocket().outQueue.add(buffer);
    if (wake) {
      demandWrite();
    }
    return true;
  }

  /** Wakes the thread that writes if it has anything to write for this client. */
  void demandWrite() {
    connection.demandWrite(server);
  }

  @Override
  public Set<String> subscriberIds() {
    return limits.subscriberIds();
  }
}
