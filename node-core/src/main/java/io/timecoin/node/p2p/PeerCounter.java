package io.timecoin.node.p2p;

/** What is counted besides the reasons of {@link io.timecoin.node.p2p.link.CloseReason}. */
public enum PeerCounter {
  /** Sockets accepted. */
  ACCEPTED,
  /** Sockets closed at once: too many from one address. */
  REFUSED_PER_IP,
  /** Sockets closed at once: too many in all. */
  REFUSED_INBOUND,
  /** Connections of someone banned. */
  REFUSED_BANNED,
  /** Dials begun. */
  DIALS,
  /** Dials that led to no connection. */
  DIALS_FAILED,
  /** Handshakes done. */
  HANDSHAKES,
  /** Messages that were no messages. */
  MALFORMED,
  /** Messages of a type this version does not know. */
  UNKNOWN_TYPES,
  /** Messages past a peer's rate. */
  RATE_LIMITED,
  /** Times a masternode was read slower. */
  MEMBER_SLOWED,
  /** Offences scored. */
  OFFENCES,
  /** Bans that offences led to. */
  BANS,
  /** Addresses learnt. */
  ADDRESSES_LEARNT,
  /** Addresses not taken: malformed, unreachable, unasked, or no room. */
  ADDRESSES_REFUSED,
  /** Messages for peers that had gone. */
  UNDELIVERED,
  /** Own messages larger than a frame may be, not sent. */
  TOO_LARGE_TO_SEND
}
