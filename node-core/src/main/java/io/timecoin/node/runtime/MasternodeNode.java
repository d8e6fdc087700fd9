package io.timecoin.node.runtime;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.runtime.config.NodeConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One whole masternode: configuration, journal, engine, peers and wallets put together (the
 * specification's MasternodeUTXOIntegration). Started once and closed once.
 */
public final class MasternodeNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MasternodeNode.class);

  private final NodeConfig config;
  private final InstantSource clock;
  private final CompletableFuture<Throwable> broken = new CompletableFuture<>();
  private @Nullable NodeParts parts;
  private boolean closed;

  /** Assigns only; {@link #start} acts. With the clock that the configuration names. */
  public MasternodeNode(NodeConfig config) {
    this(config, config.clock());
  }

  /** With another clock. */
  public MasternodeNode(NodeConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Takes back what the journal holds, then listens for peers and wallets.
   *
   * @throws NodeStartException with cause and remedy; nothing is left open then
   */
  public synchronized void start() throws NodeStartException {
    if (parts != null || closed) {
      throw new IllegalStateException("a node is started once");
    }
    sayProvider();
    NodeIdentity identity = NodeIdentity.read(config, clock);
    NodeParts starting =
        new NodeParts(config, Foundation.lay(config, identity), clock, broken::complete);
    try {
      starting.start();
    } catch (NodeStartException e) {
      starting.close();
      throw e;
    }
    parts = starting;
    LOG.info(
        "{} runs, key {}, {}",
        identity.name(),
        identity.key().publicKey(),
        identity.isMasternode() ? "voting" : "not a masternode of this network: it observes");
  }

  private static void sayProvider() {
    if (Ed25519.isSlow()) {
      LOG.warn(
          "SLOW: Ed25519 signatures are checked by the JDK's own {}, ten times slower than the"
              + " native providers; this system has none of them",
          Ed25519.providerName());
    } else {
      LOG.info("Ed25519 signatures are checked by {}", Ed25519.providerName());
    }
  }

  private synchronized NodeParts running() {
    if (parts == null || closed) {
      throw new IllegalStateException("the node is not running");
    }
    return parts;
  }

  /** The port on which masternodes connect. */
  public int p2pPort() {
    return running().peers().port();
  }

  /** Where wallets on this machine connect. */
  public URI webSocketUri() {
    return running().webSocketUri();
  }

  /** Where metrics, health and readiness are, unless they are off. */
  public Optional<URI> metricsUri() {
    return running().metricsUri();
  }

  /** The node's key. */
  public PublicKey publicKey() {
    return running().identity().key().publicKey();
  }

  /** The network's identity. */
  public Hash256 genesisHash() {
    return running().identity().genesisHash();
  }

  /** Its connections. */
  public PeerManager peers() {
    return running().peers();
  }

  /** Hands an event to the engine; waits while the queue is full. */
  public void submit(EngineEvent event) {
    running().submit(event);
  }

  /** Completes if a bug stops the node from working; it should be closed and restarted then. */
  public CompletionStage<Throwable> broken() {
    return broken.minimalCompletionStage();
  }

  /** Lets go of peers and wallets, works off what waits, and frees the data folder. */
  @Override
  public synchronized void close() {
    closed = true;
    if (parts != null) {
      parts.close();
      parts = null;
    }
  }
}
