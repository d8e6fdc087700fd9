package io.timecoin.node.p2p;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.Optional;

/**
 * Told what happens on connections. All calls about one peer come from one thread, its reader:
 * {@code connected} first, {@code disconnected} last. They may block, which slows down that peer
 * alone; when this node stops, they are interrupted.
 */
public interface PeerListener {
  /** A peer proved its identity. Two connections to one identity overlap only for a moment. */
  void connected(PeerId peer, PublicKey identity);

  /** The connection ended, for whatever reason. */
  void disconnected(PeerId peer);

  /**
   * A message that is not about the connection itself: never a handshake, ping, pong or exchange of
   * addresses, nor one past the peer's rate.
   *
   * @return the reason if the peer broke the protocol (it is scored), else empty
   */
  Optional<String> received(PeerId peer, NetworkMessage message);
}
