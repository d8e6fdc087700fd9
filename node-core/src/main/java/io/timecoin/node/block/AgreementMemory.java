package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a masternode is bound to in the agreement on one height: durable before its vote leaves, so
 * that a restart neither votes differently nor forgets a lock. Source: protocol.md 4, 5.
 *
 * @param lockedRound round in which it precommitted {@code locked}, or {@link Proposal#NO_ROUND}
 * @param validRound round in which {@code valid} had q prevotes, or {@link Proposal#NO_ROUND}
 * @param validProof those prevotes
 * @param statements every vote it has given at this height, in order
 */
public record AgreementMemory(
    long height,
    int round,
    int lockedRound,
    @Nullable Hash256 locked,
    int validRound,
    @Nullable Hash256 valid,
    List<SignedBlockVote> validProof,
    List<BlockStatement> statements) {
  /** Copies the lists. */
  public AgreementMemory {
    validProof = List.copyOf(validProof);
    statements = List.copyOf(statements);
  }

  /** Bound to nothing. */
  public static AgreementMemory none(long height) {
    return new AgreementMemory(
        height, 0, Proposal.NO_ROUND, null, Proposal.NO_ROUND, null, List.of(), List.of());
  }
}
