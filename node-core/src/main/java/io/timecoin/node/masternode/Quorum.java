package io.timecoin.node.masternode;

/** How many votes decide. The only place that computes it. */
public final class Quorum {
  private Quorum() {}

  /**
   * Votes needed of {@code n} masternodes: ⌊2n/3⌋+1. Source: specification, Step 4 ("2/3 + 1").
   *
   * @throws IllegalArgumentException if there is no masternode
   */
  public static int of(int n) {
    requireMasternodes(n);
    return (int) (2L * n / 3) + 1;
  }

  /** Masternodes that may lie without harm: ⌊(n−1)/3⌋. */
  public static int faulty(int n) {
    requireMasternodes(n);
    return (n - 1) / 3;
  }

  private static void requireMasternodes(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a quorum needs at least one masternode");
    }
  }
}
