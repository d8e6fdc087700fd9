package io.timecoin.node.runtime;

import io.timecoin.node.p2p.PeerManager;
import io.timecoin.node.p2p.PeerView;
import io.timecoin.node.runtime.loop.EventQueue;
import io.timecoin.node.runtime.loop.Surroundings;
import java.util.List;

/** The node's queue and its peers' clocks, as the loop looks at them. One thread. */
final class NodeSurroundings implements Surroundings {
  /** Fewer clocks say nothing: any one of them may be the wrong one. */
  private static final int CLOCKS_MIN = 3;

  private static final long MS_PER_SECOND = 1_000;

  private final EventQueue queue;
  private final PeerManager peers;
  private long refusedBefore;

  NodeSurroundings(EventQueue queue, PeerManager peers) {
    this.queue = queue;
    this.peers = peers;
  }

  @Override
  public boolean busy() {
    long refused = queue.refused();
    boolean more = refused > refusedBefore;
    refusedBefore = refused;
    return more;
  }

  @Override
  public long clockAheadMs() {
    return clockAheadMs(peers.peers());
  }

  /**
   * The median over the masternodes among the peers: fewer than half of them lie. In whole seconds,
   * so that it seldom changes.
   */
  static long clockAheadMs(List<PeerView> peers) {
    return medianSeconds(
            peers.stream().filter(PeerView::member).map(PeerView::clockAheadMs).toList())
        * MS_PER_SECOND;
  }

  static long medianSeconds(List<Long> aheadMs) {
    if (aheadMs.size() < CLOCKS_MIN) {
      return 0;
    }
    return aheadMs.stream().sorted().toList().get(aheadMs.size() / 2) / MS_PER_SECOND;
  }
}
