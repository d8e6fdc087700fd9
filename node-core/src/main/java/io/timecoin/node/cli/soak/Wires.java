package io.timecoin.node.cli.soak;

import io.timecoin.node.devnet.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire for each pair of nodes, so that the network can be cut between any of them: what is under
 * way is lost with its connection, and new ones are refused until the wires are whole again.
 */
final class Wires implements Wiring, AutoCloseable {
  private record Wire(int from, int to, ServerSocket end, int target, Set<Socket> sockets) {}

  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private volatile Set<Integer> island = Set.of();

  @Override
  public int dial(int from, int to, int port) {
    try {
      ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Wire wire = new Wire(from, to, end, port, ConcurrentHashMap.newKeySet());
      wires.add(wire);
      Thread.ofVirtual().start(() -> accept(wire));
      return end.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Wire wire) {
    while (!wire.end().isClosed()) {
      try {
        Socket near = wire.end().accept();
        if (isCut(wire)) {
          near.close();
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), wire.target());
        wire.sockets().add(near);
        wire.sockets().add(far);
        Thread.ofVirtual().start(() -> carry(wire, near, far));
        Thread.ofVirtual().start(() -> carry(wire, far, near));
        if (isCut(wire)) {
          drop(wire);
        }
      } catch (IOException e) {
        // the far node is down, or the wires are taken away: the near one sees its socket close
      }
    }
  }

  private static void carry(Wire wire, Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      int read = in.read(buffer);
      while (read >= 0) {
        out.write(buffer, 0, read);
        out.flush();
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // one end closed: so does the other
    } finally {
      wire.sockets().remove(from);
      wire.sockets().remove(to);
    }
  }

  private boolean isCut(Wire wire) {
    return island.contains(wire.from()) != island.contains(wire.to());
  }

  /** Cuts these nodes off from all others. */
  void cut(Set<Integer> nodes) {
    island = Set.copyOf(nodes);
    wires.stream().filter(this::isCut).forEach(Wires::drop);
  }

  private static void drop(Wire wire) {
    for (Socket socket : wire.sockets()) {
      try {
        socket.close();
      } catch (IOException e) {
        // closed already
      }
    }
  }

  /** Makes all whole again. */
  void heal() {
    island = Set.of();
  }

  @Override
  public void close() {
    for (Wire wire : wires) {
      try {
        wire.end().close();
      } catch (IOException e) {
        // closed already
      }
      drop(wire);
    }
  }
}
