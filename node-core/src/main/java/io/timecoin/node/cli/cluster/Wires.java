package io.timecoin.node.cli.cluster;

import io.timecoin.node.devnet.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire for each pair of nodes, so that the ways between any of them can be broken. Where they are
 * cut, what is under way is lost with its connection, and new ones are refused until the wires are
 * whole again. Safe on any thread.
 */
public final class Wires implements Wiring, AutoCloseable {
  private record Wire(int from, int to, ServerSocket end, int target, Set<Socket> sockets) {}

  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final Weather weather = new Weather();

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
        connect(wire, wire.end().accept());
      } catch (IOException e) {
        // the wires are taken away
      }
    }
  }

  private void connect(Wire wire, Socket near) throws IOException {
    if (isCut(wire)) {
      near.close();
      return;
    }
    Socket far;
    try {
      far = new Socket(InetAddress.getLoopbackAddress(), wire.target());
    } catch (IOException e) {
      near.close(); // the far node is down: the near one sees its socket close
      return;
    }
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    wire.sockets().add(near);
    wire.sockets().add(far);
    Runnable over = () -> forget(wire, near, far);
    new Carrier(weather, wire.from(), wire.to()).start(near, far, over);
    new Carrier(weather, wire.to(), wire.from()).start(far, near, over);
    if (isCut(wire)) {
      drop(wire);
    }
  }

  private static void forget(Wire wire, Socket near, Socket far) {
    wire.sockets().remove(near);
    wire.sockets().remove(far);
  }

  private boolean isCut(Wire wire) {
    return weather.severs(wire.from(), wire.to());
  }

  /** Something goes wrong, until {@link #remove} or {@link #heal}; more than one thing may be. */
  public void add(Break added) {
    weather.add(added);
    wires.stream().filter(this::isCut).forEach(Wires::drop);
  }

  /** It is right again. */
  public void remove(Break removed) {
    weather.remove(removed);
  }

  /** Makes all whole again. */
  public void heal() {
    weather.clear();
  }

  private static void drop(Wire wire) {
    for (Socket socket : wire.sockets()) {
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed already
    }
  }

  @Override
  public void close() {
    weather.clear();
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
