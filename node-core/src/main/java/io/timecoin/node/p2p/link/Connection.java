package io.timecoin.node.p2p.link;

import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.frame.FrameException;
import io.timecoin.node.p2p.frame.FrameQueue;
import io.timecoin.node.p2p.frame.FrameReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection, whoever opened it. One thread reads, one writes, any thread sends or closes;
 * neither ever blocks on the network. The thread that reads owns the end: it sees the stream end
 * soon after any close.
 */
public final class Connection {
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Read and thrown away after a refusal, so that the refusal is not lost with the connection. */
  private static final int DRAIN_BYTES_MAX = 64 * 1024;

  private final PeerId id;
  private final Direction direction;
  private final Socket socket;
  private final InetSocketAddress address;
  private final FrameReader reader;
  private final FrameQueue queue;
  private final Liveness liveness;
  private final Traffic traffic;
  private final FaultyLink faulty;
  private final AtomicReference<@Nullable CloseReason> closed = new AtomicReference<>();
  private volatile @Nullable RemoteNode node;
  private volatile long deadlineNanos;
  private volatile boolean hasDeadline;

  /**
   * Takes over a connected socket; with the bounds of someone unknown until {@link #prove}.
   *
   * @throws IOException if the socket is closed already
   */
  public Connection(PeerId id, Direction direction, Socket socket, LinkSetup setup)
      throws IOException {
    this.id = id;
    this.direction = direction;
    this.socket = socket;
    this.address = (InetSocketAddress) socket.getRemoteSocketAddress();
    if (address == null) {
      throw new IOException("the socket is not connected any more");
    }
    socket.setTcpNoDelay(true);
    this.traffic = new Traffic(setup.totals());
    this.liveness = new Liveness(setup.ping(), setup.silence(), System.nanoTime());
    this.reader =
        new FrameReader(
            traffic.counting(socket.getInputStream(), liveness::heard), setup.handshakeBytesMax());
    this.queue = new FrameQueue(setup.queueFrames(), setup.queueBytes());
    this.faulty = new FaultyLink(setup.faults(), setup.timer(), setup.random());
    endBy(setup.handshake().toNanos());
  }

  /** The next payload, or empty when the peer has nothing more to say. */
  public Optional<byte[]> read() throws IOException, FrameException {
    Optional<byte[]> payload = reader.read();
    if (payload.isPresent()) {
      traffic.received();
    }
    return payload;
  }

  /** The handshake is done: from now on larger frames and queues, and no deadline. */
  public void prove(RemoteNode proven, int frameBytesMax, int queueFrames, long queueBytes) {
    node = proven;
    hasDeadline = false;
    reader.limit(frameBytesMax);
    queue.bound(queueFrames, queueBytes);
  }

  /** Queues a frame; a peer whose queue is full is disconnected. */
  public void send(Frame frame) {
    RemoteNode to = node;
    if (to != null && faulty.isFaulty()) {
      faulty.send(to.identity(), frame, this::enqueue);
    } else {
      enqueue(frame);
    }
  }

  private void enqueue(Frame frame) {
    if (queue.offer(frame) == FrameQueue.Offer.FULL) {
      close(CloseReason.SLOW);
    }
  }

  /** Frames that wait to be written. */
  public int waiting() {
    return queue.size();
  }

  /** Writes until the queue is finished or the connection ends. For the writing thread. */
  public void write() {
    try {
      queue.writeTo(
          new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES), traffic::sent);
      socket.shutdownOutput();
    } catch (IOException e) {
      close(CloseReason.BROKEN);
    } catch (InterruptedException e) {
      close(CloseReason.STOPPED);
    }
  }

  /**
   * Says one last thing and ends once the peer had a moment to read it. For the reading thread,
   * which must read nothing afterwards.
   */
  public void refuse(Frame lastWords, CloseReason reason, long patienceNanos) {
    endBy(patienceNanos);
    closed.compareAndSet(null, reason);
    enqueue(lastWords);
    queue.finish();
    try {
      reader.drain(DRAIN_BYTES_MAX);
    } catch (IOException e) {
      queue.abort(); // the peer did not wait for it
    } finally {
      close(reason);
    }
  }

  /** Ends the connection now; the first reason given stays. Whether it was this call's. */
  public boolean close(CloseReason reason) {
    boolean first = closed.compareAndSet(null, reason);
    queue.abort();
    try {
      socket.close();
    } catch (IOException e) {
      return first; // it is gone all the same
    }
    return first;
  }

  private void endBy(long patienceNanos) {
    deadlineNanos = System.nanoTime() + patienceNanos;
    hasDeadline = true;
  }

  /** Whether handshake or refusal took longer than allowed. */
  public boolean isOverdue(long nowNanos) {
    return hasDeadline && nowNanos - deadlineNanos > 0;
  }

  /** Why it ended, or null while it lasts. */
  public @Nullable CloseReason closeReason() {
    return closed.get();
  }

  /** Names this connection in this process, for ever. */
  public PeerId id() {
    return id;
  }

  /** Who opened it. */
  public Direction direction() {
    return direction;
  }

  /** The other end. */
  public InetAddress ip() {
    return address.getAddress();
  }

  /** The other end as {@code ip:port}. */
  public String address() {
    String host = ip().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** The port of this side. */
  public int localPort() {
    return socket.getLocalPort();
  }

  /** Who it is, once proven; null before. */
  public @Nullable RemoteNode node() {
    return node;
  }

  /** Its signs of life. */
  public Liveness liveness() {
    return liveness;
  }

  /** Bytes read from the socket. */
  public long bytesIn() {
    return traffic.bytesIn();
  }

  /** Bytes handed to the socket's buffer. */
  public long bytesOut() {
    return traffic.bytesOut();
  }

  /** Frames read. */
  public long messagesIn() {
    return traffic.messagesIn();
  }

  /** Frames handed to the socket's buffer. */
  public long messagesOut() {
    return traffic.messagesOut();
  }

  @Override
  public String toString() {
    RemoteNode who = node;
    return direction
        + " "
        + address()
        + (who == null ? "" : " " + who.identity().toString().substring(0, 8));
  }
}
