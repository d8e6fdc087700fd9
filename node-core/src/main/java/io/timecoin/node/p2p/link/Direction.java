package io.timecoin.node.p2p.link;

/** Which side opened a connection. */
public enum Direction {
  /** The peer dialled this node. */
  INBOUND,
  /** This node dialled the peer. */
  OUTBOUND;

  /** The same connection as the other side sees it. */
  public Direction reversed() {
    return this == INBOUND ? OUTBOUND : INBOUND;
  }
}
