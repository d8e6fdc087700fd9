package io.timecoin.node.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Node 0 dials node 1 over a wire. */
class WiresIT {
  private static final int PATIENCE_MS = 30_000;
  private static final int LOOK_MS = 100;

  private final Wires wires = new Wires();
  private ServerSocket listening;
  private int port;
  private Socket near;
  private Socket far;

  @BeforeEach
  void connect() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    port = wires.dial(0, 1, listening.getLocalPort());
    near = new Socket(InetAddress.getLoopbackAddress(), port);
    far = listening.accept();
    near.setSoTimeout(PATIENCE_MS);
    far.setSoTimeout(PATIENCE_MS);
  }

  @AfterEach
  void close() throws IOException {
    wires.close();
    near.close();
    far.close();
    listening.close();
  }

  private static void say(Socket socket, int word) throws IOException {
    socket.getOutputStream().write(word);
  }

  private static int hear(Socket socket) throws IOException {
    return socket.getInputStream().read();
  }

  private static boolean hearsNothing(Socket socket) throws IOException {
    socket.setSoTimeout(LOOK_MS);
    try {
      hear(socket);
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE_MS);
    }
  }

  @Test
  void wholeWireCarriesBothWays() throws IOException {
    say(near, 1);
    say(far, 2);
    assertThat(hear(far)).isEqualTo(1);
    assertThat(hear(near)).isEqualTo(2);
  }

  @Test
  void cutEndsTheConnectionAndRefusesNewOnesUntilItIsHealed() throws IOException {
    wires.add(new Break.Cut(Set.of(1)));
    assertThat(hear(near)).isEqualTo(-1);
    assertThat(hear(far)).isEqualTo(-1);
    try (Socket again = new Socket(InetAddress.getLoopbackAddress(), port)) {
      again.setSoTimeout(PATIENCE_MS);
      assertThat(hear(again)).isEqualTo(-1);
    }
    wires.heal();
    try (Socket again = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket other = listening.accept()) {
      say(again, 3);
      assertThat(hear(other)).isEqualTo(3);
    }
  }

  @Test
  void oneWayHoldsWhatIsSaidInThatDirectionOnly() throws IOException {
    Break muted = new Break.OneWay(Set.of(0), Set.of(1));
    wires.add(muted);
    say(near, 1);
    say(far, 2);
    assertThat(hear(near)).isEqualTo(2);
    assertThat(hearsNothing(far)).isTrue();
    wires.remove(muted);
    assertThat(hear(far)).isEqualTo(1);
  }

  @Test
  void slowWireDelaysEachPieceAndKeepsTheirOrder() throws IOException {
    Duration late = Duration.ofMillis(150);
    wires.add(new Break.Slow(Set.of(1), late));
    long start = System.nanoTime();
    say(near, 1);
    assertThat(hear(far)).isEqualTo(1);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(late.toNanos());
    say(near, 2);
    say(near, 3);
    assertThat(hear(far)).isEqualTo(2);
    assertThat(hear(far)).isEqualTo(3);
  }

  @Test
  void cutOfOthersLeavesThisWireAlone() throws IOException {
    wires.add(new Break.Cut(Set.of(0, 1)));
    say(near, 1);
    assertThat(hear(far)).isEqualTo(1);
  }
}
