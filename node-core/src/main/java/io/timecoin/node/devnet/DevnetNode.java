package io.timecoin.node.devnet;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.runtime.NodeStartException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One masternode of a {@link Devnet}; its key, name and ports stay the same over its restarts. */
public final class DevnetNode {
  private final int index;
  private final PublicKey publicKey;
  private final DevnetPorts ports;
  private final Function<Map<String, String>, NodeRunner> runners;
  private volatile @Nullable NodeRunner runner;
  private boolean retired;

  /**
   * Starts nothing.
   *
   * @param runners makes one for keys of the configuration that differ in its run
   */
  DevnetNode(
      int index,
      PublicKey publicKey,
      DevnetPorts ports,
      Function<Map<String, String>, NodeRunner> runners) {
    this.index = index;
    this.publicKey = publicKey;
    this.ports = ports;
    this.runners = runners;
  }

  /** From 0. */
  public int index() {
    return index;
  }

  /** Its masternode key. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** As in the genesis file. */
  public String name() {
    return DevnetGenesis.nameOf(index);
  }

  /** Where masternodes connect, on 127.0.0.1. */
  public int p2pPort() {
    return ports.p2p();
  }

  /** Where wallets connect. */
  public URI webSocketUri() {
    return URI.create("ws://127.0.0.1:" + ports.webSocket());
  }

  /** Where metrics, health and readiness are. */
  public URI metricsUri() {
    return URI.create("http://127.0.0.1:" + ports.metrics());
  }

  /** Whether it runs now. */
  public boolean running() {
    NodeRunner current = runner;
    return current != null && current.isRunning();
  }

  /** Its process, -1 while it does not run. */
  public long pid() {
    NodeRunner current = runner;
    return current == null ? -1 : current.pid();
  }

  void start() throws NodeStartException {
    start(Map.of());
  }

  synchronized void start(Map<String, String> keys) throws NodeStartException {
    if (retired) {
      throw new NodeStartException("its network was closed", "Open the network again.", null);
    }
    if (!running()) {
      NodeRunner starting = runners.apply(keys);
      starting.start();
      runner = starting;
    }
  }

  int masternodesOnline() throws NodeStartException {
    NodeRunner current = runner;
    return current == null ? 0 : current.masternodesOnline();
  }

  synchronized void stop() {
    NodeRunner current = runner;
    if (current != null) {
      current.stop();
      runner = null;
    }
  }

  /** Stops it for ever: a start that was asked for meanwhile comes to nothing. */
  synchronized void retire() {
    retired = true;
    stop();
  }

  /** What can be done to its links; empty while it does not run, or not in this process. */
  Optional<LinkFaults> faults() {
    NodeRunner current = runner;
    return current == null ? Optional.empty() : current.faults();
  }

  synchronized void kill() {
    NodeRunner current = runner;
    if (current != null) {
      current.kill();
      runner = null;
    }
  }
}
