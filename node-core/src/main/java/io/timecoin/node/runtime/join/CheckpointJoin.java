package io.timecoin.node.runtime.join;

import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.p2p.PeerView;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.store.archive.ArchiveFailure;
import io.timecoin.node.store.archive.Checkpoints;
import io.timecoin.node.store.archive.RocksArchive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a node without a past join a long chain: fetches a checkpoint on a thread of its own while
 * the engine waits, and hands it over.
 */
public final class CheckpointJoin implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointJoin.class);

  private final RocksArchive archive;
  private final PeerManager peers;
  private final Consumer<EngineEvent> engine;
  private final Consumer<CheckpointFetch.Fetched> whenFetched;
  private final AtomicReference<@Nullable CheckpointFetch> underWay = new AtomicReference<>();
  private @Nullable Thread thread;

  /**
   * Into that archive.
   *
   * @param engine hears how far it is, or that it failed
   * @param whenFetched takes what is fetched, on the fetching thread
   */
  public CheckpointJoin(
      RocksArchive archive,
      PeerManager peers,
      Consumer<EngineEvent> engine,
      Consumer<CheckpointFetch.Fetched> whenFetched) {
    this.archive = archive;
    this.peers = peers;
    this.engine = engine;
    this.whenFetched = whenFetched;
  }

  /** What peers ask and answer about checkpoints. */
  public CheckpointTraffic traffic(Checkpoints checkpoints) {
    return new CheckpointTraffic(checkpoints, peers::send, this::answered);
  }

  private void answered(PeerId peer, NetworkMessage message) {
    CheckpointFetch fetch = underWay.get();
    if (fetch != null) {
      fetch.received(peer, message);
    }
  }

  /** Begins to fetch; at once. */
  public synchronized void begin() {
    CheckpointFetch fetch = new CheckpointFetch(archive, new Link());
    underWay.set(fetch);
    thread = Thread.ofPlatform().name("join").daemon().start(() -> run(fetch));
  }

  private void run(CheckpointFetch fetch) {
    try {
      Optional<CheckpointFetch.Fetched> fetched = fetch.fetch();
      if (fetched.isPresent()) {
        whenFetched.accept(fetched.get());
        return;
      }
      LOG.warn("no masternode has a checkpoint that is right; fetching all blocks meanwhile");
    } catch (StoreException e) {
      LOG.error("cannot take a checkpoint: {}. {}", e.getMessage(), e.remedy());
    } catch (ArchiveFailure e) {
      LOG.error("cannot take a checkpoint", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } finally {
      underWay.compareAndSet(fetch, null);
    }
    engine.accept(new EngineEvent.JoinFailed());
  }

  /** Stops fetching. */
  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Link implements CheckpointFetch.PeerLink {
    @Override
    public List<PeerId> masternodes() {
      return peers.peers().stream().filter(PeerView::member).map(PeerView::id).toList();
    }

    @Override
    public void send(PeerId peer, NetworkMessage message) {
      peers.send(peer, message);
    }

    @Override
    public void misbehaved(PeerId peer, String reason) {
      peers.misbehaved(peer, reason);
    }

    @Override
    public void progress(int parts, int of) {
      engine.accept(new EngineEvent.JoinProgress(parts, of));
    }
  }
}
