package io.timecoin.node.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** The library's server: one thread for all sockets, and some that decode. */
final class GatewayServer extends WebSocketServer {
  /** What the gateway decides. */
  interface Gate extends Connection.Owner, GatewayDraft.Sink {
    /** A socket was accepted. */
    Connection accepted(SocketChannel socket, WebSocketImpl webSocket) throws IOException;

    /** The upgrade request; what to answer if it is refused. */
    Optional<UpgradePolicy.Refusal> check(@Nullable String origin, @Nullable String host);

    /** The upgrade is done. */
    void opened(GatewayServer server, Connection connection);

    /** An opened connection ended. */
    void closed(Connection connection);

    /** A client broke the WebSocket protocol, or the library failed. */
    void failed(@Nullable Connection connection, Exception cause);
  }

  /** Time for a goodbye to be written. */
  static final Duration GOODBYE = Duration.ofSeconds(2);

  private static final int DECODERS_MAX = 4;
  private static final int READ_BYTES = 16 * 1024;
  private static final int CONTROL_FRAMES_MAX = 64;

  private final Gate gate;
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  /**
   * Not running yet.
   *
   * @param bound listening already: only so can a port that is taken be told at once
   */
  GatewayServer(ServerSocketChannel bound, Gate gate, GatewayLimits.Connections limits) {
    super(bound);
    this.gate = gate;
    while (decoders.size() > DECODERS_MAX) {
      decoders.removeLast();
    }
    setDaemon(true);
    setTcpNoDelay(true);
    setReuseAddr(true);
    setConnectionLostTimeout((int) limits.pingInterval().toSeconds());
    setWebSocketFactory(new Factory(new GatewayDraft(gate, limits.messageBytes())));
  }

  /** Done when it serves; failed if it cannot. */
  CompletableFuture<Void> started() {
    return started;
  }

  /** Threads that decode; for waiting until they have ended. */
  List<? extends Thread> decoders() {
    return List.copyOf(decoders);
  }

  private static @Nullable Connection connection(@Nullable WebSocket webSocket) {
    return webSocket == null ? null : webSocket.<@Nullable Connection>getAttachment();
  }

  /**
   * The selector waits for a free one of these, so they are few; small ones keep its waits short.
   */
  @Override
  public ByteBuffer createBuffer() {
    return ByteBuffer.allocate(READ_BYTES);
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
      WebSocket webSocket, Draft draft, ClientHandshake request) throws InvalidDataException {
    Connection connection = connection(webSocket);
    var refusal = gate.check(header(request, "Origin"), header(request, "Host"));
    if (connection == null || refusal.isPresent()) {
      if (connection != null) {
        connection.refuse(refusal.get());
      }
      throw new InvalidDataException(CloseFrame.POLICY_VALIDATION);
    }
    return super.onWebsocketHandshakeReceivedAsServer(webSocket, draft, request);
  }

  private static @Nullable String header(Handshakedata request, String name) {
    return request.hasFieldValue(name) ? request.getFieldValue(name) : null;
  }

  /** One that sends pings and does not read the pongs must not fill the memory with them. */
  @Override
  public void onWebsocketPing(WebSocket webSocket, Framedata ping) {
    if (((WebSocketImpl) webSocket).outQueue.size() < CONTROL_FRAMES_MAX) {
      super.onWebsocketPing(webSocket, ping);
    } else {
      gate.count(GatewayCounter.PINGS_IGNORED);
    }
  }

  @Override
  public void onOpen(WebSocket webSocket, ClientHandshake request) {
    Connection connection = connection(webSocket);
    if (connection != null) {
      gate.opened(this, connection);
    }
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason, boolean remote) {
    Connection connection = connection(webSocket);
    if (connection != null) {
      connection.mustEndWithin(GOODBYE);
    }
  }

  @Override
  public void onClose(WebSocket webSocket, int code, String reason, boolean remote) {
    Connection connection = connection(webSocket);
    if (connection != null) {
      gate.closed(connection);
    }
  }

  @Override
  public void onMessage(WebSocket webSocket, String message) {
    throw new IllegalStateException("texts go to the draft's sink");
  }

  @Override
  public void onError(@Nullable WebSocket webSocket, Exception cause) {
    started.completeExceptionally(cause); // without effect once started
    gate.failed(connection(webSocket), cause);
  }

  @Override
  public void onStart() {
    started.complete(null);
  }

  /** Makes the library forget one that was closed before it was opened. */
  void forget(Connection connection) {
    removeConnection(connection.webSocket());
  }

  /** Makes what the library needs for an accepted socket. */
  private final class Factory implements WebSocketServerFactory {
    private final List<Draft> drafts;

    Factory(Draft draft) {
      this.drafts = List.of(draft);
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter adapter, Draft draft) {
      return new WebSocketImpl(adapter, draft);
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter adapter, List<Draft> ignored) {
      return new WebSocketImpl(adapter, drafts);
    }

    @Override
    public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
      WebSocketImpl webSocket = (WebSocketImpl) key.attachment();
      Connection connection = gate.accepted(channel, webSocket);
      webSocket.setAttachment(connection);
      return connection;
    }

    @Override
    public void close() {
      // Connections are closed one by one.
    }
  }
}
