package io.timecoin.node.gateway;

import io.timecoin.node.gateway.UpgradePolicy.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/**
 * An accepted socket, as the library reads and writes it. Answers a refused upgrade in HTTP and
 * ends it (the library says 404 to everything and leaves the socket open), tells the client's
 * {@link Outbox} what has left, and knows until when something must have happened.
 */
final class Connection implements ByteChannel {
  private static final int WRITE_BYTES = 64 * 1024;
  private static final byte[] ACCEPTED = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);
  private static final Refusal NO_UPGRADE =
      new Refusal(
          "400 Bad Request", "a WebSocket upgrade was expected", GatewayCounter.REFUSED_UPGRADE);

  /** What the gateway wants to know of it. */
  interface Owner {
    /** Something to be counted happened. */
    void count(GatewayCounter what);

    /** The client was told what was dropped and has to get snapshots. */
    void resync(Client client);

    /** The socket is closed. */
    void released(Connection connection);
  }

  private final SocketChannel socket;
  private final WebSocketImpl webSocket;
  private final Owner owner;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Refusal refusal = NO_UPGRADE;
  private volatile @Nullable Client client;
  private volatile @Nullable Long deadlineNanos;
  private boolean upgraded;

  /**
   * Just accepted.
   *
   * @param upgradeTime until it must be a WebSocket
   */
  Connection(SocketChannel socket, WebSocketImpl webSocket, Owner owner, Duration upgradeTime) {
    this.socket = socket;
    this.webSocket = webSocket;
    this.owner = owner;
    this.deadlineNanos = System.nanoTime() + upgradeTime.toNanos();
  }

  WebSocketImpl webSocket() {
    return webSocket;
  }

  /** Who it is, once let in. */
  @Nullable Client client() {
    return client;
  }

  /** The upgrade is done and there is room. */
  void admit(Client admitted) {
    client = admitted;
    deadlineNanos = null;
  }

  /** What to answer instead of an upgrade. */
  void refuse(Refusal reason) {
    refusal = reason;
  }

  /** Whether the other end is on this machine. */
  boolean isLocal() {
    return webSocket.getRemoteSocketAddress() instanceof InetSocketAddress remote
        && remote.getAddress() != null
        && remote.getAddress().isLoopbackAddress();
  }

  /** Whether something should have happened by now that has not. */
  boolean isOverdue(long nowNanos) {
    Long deadline = deadlineNanos;
    return deadline != null && nowNanos - deadline > 0;
  }

  /** Gives it that long to go by itself. */
  void mustEndWithin(Duration time) {
    deadlineNanos = System.nanoTime() + time.toNanos();
  }

  /** Says goodbye; the socket closes when that is written, or when its time is over. */
  void end(int code, String reason, Duration time) {
    mustEndWithin(time);
    webSocket.close(code, reason);
  }

  /** Wakes the thread that writes if there is anything to write. */
  void demandWrite(GatewayServer server) {
    if (!webSocket.outQueue.isEmpty()) {
      server.onWriteDemand(webSocket);
    }
  }

  /** Ends it without a word. */
  void abort() {
    webSocket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return socket.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (!upgraded) {
      if (!startsAccepted(source)) {
        throw answerRefusal();
      }
      upgraded = true;
    }
    int size = source.limit();
    int written = writeSlices(source);
    Client reader = client;
    if (reader != null && !source.hasRemaining() && reader.outbox().written(source, size)) {
      owner.resync(reader);
    }
    return written;
  }

  private static boolean startsAccepted(ByteBuffer source) {
    ByteBuffer start = source.duplicate();
    start.limit(Math.min(start.limit(), start.position() + ACCEPTED.length));
    return start.equals(ByteBuffer.wrap(ACCEPTED));
  }

  /** In slices: the JDK copies all that remains into native memory for every attempt. */
  private int writeSlices(ByteBuffer source) throws IOException {
    int limit = source.limit();
    int total = 0;
    try {
      while (source.position() < limit) {
        source.limit(Math.min(limit, source.position() + WRITE_BYTES));
        int written = socket.write(source);
        total += written;
        if (source.hasRemaining()) {
          break;
        }
      }
    } finally {
      source.limit(limit);
    }
    return total;
  }

  /**
   * The answer fits any socket's empty buffer; then the library closes because of the exception.
   */
  private IOException answerRefusal() throws IOException {
    Refusal reason = refusal;
    owner.count(reason.counter());
    byte[] body = (reason.reason() + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(reason.status(), body.length);
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    socket.write(
        ByteBuffer.allocate(headBytes.length + body.length).put(headBytes).put(body).flip());
    return new ClosedChannelException();
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      owner.released(this);
    }
    socket.close();
  }
}
