package io.timecoin.node.p2p.link;

/** Why a connection ended, as this side knows. Each is counted. */
public enum CloseReason {
  /** The peer closed it between two frames. */
  PEER_CLOSED,
  /** Reading or writing failed. */
  BROKEN,
  /** The peer sent what is no frame or no message. */
  MALFORMED,
  /** The handshake did not end in time. */
  HANDSHAKE_TIMEOUT,
  /** This node refused the peer and said why. */
  REFUSED,
  /** The peer refused this node. */
  REFUSED_BY_PEER,
  /** The peer is this node. */
  SELF,
  /** Another connection to the same node is kept. */
  DUPLICATE,
  /** No room for one more peer of this kind. */
  FULL,
  /** The peer did not read fast enough and its queue overflowed. */
  SLOW,
  /** Nothing was heard for too long. */
  SILENT,
  /** Banned. */
  BANNED,
  /** A fault switch blocks this peer. */
  BLOCKED,
  /** This node stops. */
  STOPPED
}
