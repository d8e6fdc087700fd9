package io.timecoin.node.masternode;

/**
 * Bounds that every node of a network shares. Source: protocol.md 7.
 *
 * @param pendingMax transactions in the pool
 * @param orphansMax transactions that wait for an unknown parent
 */
public record GenesisLimits(int pendingMax, int orphansMax) {
  /** 50 000 pending, 1 000 orphans. */
  public static final GenesisLimits DEFAULT = new GenesisLimits(50_000, 1_000);

  /** Refuses a pool of nothing. */
  public GenesisLimits {
    if (pendingMax < 1 || orphansMax < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }
}
