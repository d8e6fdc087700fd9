package io.timecoin.node.finality;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Signature;
import java.util.List;

/**
 * Ties one statement to the signature over its batch, so that each vote can be passed on alone.
 *
 * @param leafIndex position in the batch
 * @param leafCount size of the batch, 1 to {@value #BATCH_MAX}
 * @param path siblings from the leaf to the root, lowest first
 * @param signature over {@code "TIME-BATCH-v1" · root}
 */
public record BatchProof(int leafIndex, int leafCount, List<Hash256> path, Signature signature) {
  /** Most statements in one batch. */
  public static final int BATCH_MAX = 4096;

  /** Bounds what a receiver must hash. */
  public BatchProof {
    path = List.copyOf(path);
    if (leafCount < 1 || leafCount > BATCH_MAX || leafIndex < 0 || leafIndex >= leafCount) {
      throw new IllegalArgumentException("batch position outside 1.." + BATCH_MAX);
    }
  }
}
