package io.timecoin.node.devnet;

import io.timecoin.node.p2p.PeerView;
import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.runtime.MasternodeNode;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.runtime.config.NodeConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node among the others of this process. */
final class EmbeddedRunner implements NodeRunner {
  private final MasternodeNode node;
  private volatile @Nullable LinkFaults faults;
  private volatile boolean running;

  EmbeddedRunner(NodeConfig config) {
    this.node = new MasternodeNode(config);
  }

  @Override
  public void start() throws NodeStartException {
    node.start();
    faults = node.peers().faults();
    running = true;
  }

  @Override
  public int masternodesOnline() {
    return 1
        + (int)
            node.peers().peers().stream()
                .filter(PeerView::member)
                .map(PeerView::identity)
                .distinct()
                .count();
  }

  @Override
  public long pid() {
    return isRunning() ? ProcessHandle.current().pid() : -1;
  }

  @Override
  public Optional<LinkFaults> faults() {
    return Optional.ofNullable(faults);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void stop() {
    running = false;
    node.close();
  }

  @Override
  public void kill() {
    stop();
  }
}
