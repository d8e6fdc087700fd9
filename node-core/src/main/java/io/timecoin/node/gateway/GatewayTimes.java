package io.timecoin.node.gateway;

/** Told how long things took, on the threads that write sockets: must not block. */
public interface GatewayTimes {
  /** Tells nobody. */
  GatewayTimes NONE =
      new GatewayTimes() {
        @Override
        public void notified(long nanos) {}

        @Override
        public void answered(long nanos) {}
      };

  /** From the change of a state to its notification in a wallet's socket. */
  void notified(long nanos);

  /** From a query read to its answer in the socket. */
  void answered(long nanos);
}
