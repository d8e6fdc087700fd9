package io.timecoin.node.cli.client;

import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.ProtocolException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A WebSocket server that says what a test makes it say: also what no real node would. */
final class FakeNode extends WebSocketServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final MessageCodec codec = new MessageCodec();
  private final CountDownLatch started = new CountDownLatch(1);
  private final BlockingQueue<NetworkMessage> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();

  FakeNode() throws InterruptedException {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    setReuseAddr(true);
    start();
    if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not start");
    }
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + getPort());
  }

  /** The next message that a client sent, of that type. */
  <T extends NetworkMessage> T next(Class<T> type) throws InterruptedException {
    NetworkMessage message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return type.cast(message);
  }

  /** The next connection. */
  WebSocket connection() throws InterruptedException {
    WebSocket socket = opened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("nobody connected");
    }
    return socket;
  }

  void say(NetworkMessage message) {
    broadcast(codec.encodeText(message));
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    opened.add(socket);
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    try {
      received.add(codec.decode(text));
    } catch (ProtocolException e) {
      received.add(e.toError());
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket socket, Exception e) {}

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
