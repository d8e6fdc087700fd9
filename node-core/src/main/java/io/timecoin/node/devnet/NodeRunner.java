package io.timecoin.node.devnet;

import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.runtime.NodeStartException;
import java.util.Optional;

/** One start of one node, in this process or its own. */
interface NodeRunner {
  /** Returns when the node serves wallets. */
  void start() throws NodeStartException;

  /**
   * Masternodes it is connected with, itself included.
   *
   * @throws NodeStartException if it has ended meanwhile
   */
  int masternodesOnline() throws NodeStartException;

  /** Its process: this one where it has none of its own, -1 while it does not run. */
  long pid();

  /** What can be done to its links, where it lives in this process and runs; else empty. */
  Optional<LinkFaults> faults();

  /** Whether it runs. */
  boolean isRunning();

  /** Ends it in order. */
  void stop();

  /** Ends it as a power cut would, where it is a process; in order otherwise. */
  void kill();
}
