package io.timecoin.node.engine;

/**
 * When decided blocks move from memory and journal to the archive.
 *
 * @param blocks after so many of them
 * @param transactions or with so many of them, which is what memory and journal grow by
 * @param checkpointBlocks and always after a block whose height this divides
 */
public record SettleRules(int blocks, int transactions, int checkpointBlocks) {
  /** Every ten minutes at full speed, and a checkpoint every two hours and more. */
  public static final SettleRules DEFAULT = new SettleRules(60, 4_096, 720);

  /** Refuses what would never or always be due. */
  public SettleRules {
    if (blocks < 1 || transactions < 1 || checkpointBlocks < 1) {
      throw new IllegalArgumentException("settle rules must be positive");
    }
  }

  boolean isDue(long height, long settledHeight, long unsettledTransactions) {
    return height > settledHeight
        && (height - settledHeight >= blocks
            || unsettledTransactions >= transactions
            || height % checkpointBlocks == 0);
  }
}
