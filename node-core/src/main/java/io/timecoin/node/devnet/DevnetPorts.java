package io.timecoin.node.devnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where one node listens. */
record DevnetPorts(int p2p, int webSocket, int metrics) {
  private static final int STEP = 10;
  private static final int WEB_SOCKET_OFFSET = 2;
  private static final int METRICS_OFFSET = 3;

  /** Free ports are looked for below those that systems give to outgoing connections. */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int TRIES = 5_000;

  /**
   * As the protocol lays a local network out: node i at base + 10·i, its WebSocket two above, its
   * metrics three.
   */
  static List<DevnetPorts> from(int base, int nodes) {
    List<DevnetPorts> ports = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      int p2p = base + STEP * i;
      ports.add(new DevnetPorts(p2p, p2p + WEB_SOCKET_OFFSET, p2p + METRICS_OFFSET));
    }
    return ports;
  }

  /** Ports nobody listens on now, and whose number does not change while the network lives. */
  static List<DevnetPorts> free(int nodes, RandomGenerator random) throws IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      int base = random.nextInt(LOWEST, HIGHEST - STEP * nodes);
      List<DevnetPorts> ports = from(base, nodes);
      if (ports.stream().allMatch(DevnetPorts::areFree)) {
        return ports;
      }
    }
    throw new IOException("no free TCP ports between " + LOWEST + " and " + HIGHEST);
  }

  private boolean areFree() {
    return isFree(p2p) && isFree(webSocket) && isFree(metrics);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false; // taken: the next ones are tried
    }
  }
}
