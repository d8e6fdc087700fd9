package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.PeerListener;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers how many blocks each connected peer says it has, for whoever watches over the node, and
 * hands everything on. What a peer says is not proven. Safe on any thread.
 */
public final class PeerHeights implements PeerListener {
  private final PeerListener next;
  private final Map<PeerId, Long> heights = new ConcurrentHashMap<>();

  /** In front of that one. */
  public PeerHeights(PeerListener next) {
    this.next = next;
  }

  /** The last block that the peer said it has; empty if it has not said so yet. */
  public OptionalLong of(PeerId peer) {
    Long height = heights.get(peer);
    return height == null ? OptionalLong.empty() : OptionalLong.of(height);
  }

  @Override
  public void connected(PeerId peer, PublicKey identity) {
    next.connected(peer, identity);
  }

  @Override
  public void disconnected(PeerId peer) {
    heights.remove(peer);
    next.disconnected(peer);
  }

  @Override
  public Optional<String> received(PeerId peer, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.ChainStatus status -> heights.put(peer, status.height());
      case NetworkMessage.Blocks blocks -> heights.put(peer, blocks.height());
      default -> {} // says nothing about the chain
    }
    return next.received(peer, message);
  }
}
