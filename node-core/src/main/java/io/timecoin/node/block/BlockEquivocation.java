package io.timecoin.node.block;

import io.timecoin.node.base.PublicKey;

/** Proof that a masternode gave two votes of one height, round and phase. Protocol.md 4.6. */
public record BlockEquivocation(SignedBlockVote first, SignedBlockVote second) {
  /** Refuses a pair that proves nothing. */
  public BlockEquivocation {
    if (!first.voter().equals(second.voter())
        || !first.statement().contradicts(second.statement())) {
      throw new IllegalArgumentException("the two block votes do not contradict each other");
    }
  }

  /** The voter of both. */
  public PublicKey voter() {
    return first.voter();
  }
}
