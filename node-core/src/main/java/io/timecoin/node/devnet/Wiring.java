package io.timecoin.node.devnet;

/** At which port each node of a devnet dials the others: directly, or through what may fail. */
@FunctionalInterface
public interface Wiring {
  /** No detours. */
  Wiring DIRECT = (_, _, port) -> port;

  /** Port on loopback where node {@code from} finds node {@code to}, which listens on the port. */
  int dial(int from, int to, int port);
}
