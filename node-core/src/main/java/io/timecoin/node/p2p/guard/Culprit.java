package io.timecoin.node.p2p.guard;

import io.timecoin.node.base.PublicKey;

/** Whom offences and bans attach to: the identity where one was proven, else the address. */
public sealed interface Culprit {
  /** A node that proved its key. */
  record Node(PublicKey key) implements Culprit {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** Whoever connects from there. */
  record Ip(IpGroup group) implements Culprit {
    @Override
    public String toString() {
      return group.toString();
    }
  }
}
