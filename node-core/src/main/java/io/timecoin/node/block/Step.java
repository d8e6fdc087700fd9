package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import org.jspecify.annotations.Nullable;

/** What {@link Agreement} wants done, in order. */
public sealed interface Step {
  /**
   * It is this node's turn to propose.
   *
   * @param value hash of the block to propose again, or null for a new one
   * @param validRound round in which that block had q prevotes, or {@link Proposal#NO_ROUND}
   */
  record Propose(int round, int validRound, @Nullable Hash256 value) implements Step {}

  /**
   * Sign this vote and hand it back; {@link Agreement#memory} as it is now must be durable before
   * anybody sees the vote.
   */
  record Cast(BlockStatement statement) implements Step {}

  /** Decided: nothing follows at this height. */
  record Decide(BlockCertificate certificate) implements Step {}

  /** A masternode contradicted itself. */
  record Contradiction(BlockEquivocation proof) implements Step {}
}
