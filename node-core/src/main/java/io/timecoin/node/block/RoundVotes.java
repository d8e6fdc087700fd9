package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The votes of one round: the first of each masternode and phase counts. */
final class RoundVotes {
  private static final int PHASES = BlockPhase.values().length;

  private final MasternodeSet masternodes;
  private final @Nullable SignedBlockVote[] votes;
  private final Set<Integer> contradicted = new HashSet<>();

  RoundVotes(MasternodeSet masternodes) {
    this.masternodes = masternodes;
    this.votes = new @Nullable SignedBlockVote[masternodes.size() * PHASES];
  }

  /** Counts it; the proof if it contradicts the voter's first, given once. */
  Optional<BlockEquivocation> add(int member, SignedBlockVote vote) {
    int slot = slot(member, vote.statement().phase());
    SignedBlockVote first = votes[slot];
    if (first == null) {
      votes[slot] = vote;
    } else if (first.statement().contradicts(vote.statement()) && contradicted.add(slot)) {
      return Optional.of(new BlockEquivocation(first, vote));
    }
    return Optional.empty();
  }

  /** Votes of that phase, whatever for. */
  int count(BlockPhase phase) {
    int count = 0;
    for (int member = 0; member < masternodes.size(); member++) {
      count += votes[slot(member, phase)] == null ? 0 : 1;
    }
    return count;
  }

  /** Votes of that phase for that block, or for none. */
  List<SignedBlockVote> of(BlockPhase phase, @Nullable Hash256 block) {
    List<SignedBlockVote> found = new ArrayList<>();
    for (int member = 0; member < masternodes.size(); member++) {
      SignedBlockVote vote = votes[slot(member, phase)];
      if (vote != null && Objects.equals(vote.statement().block(), block)) {
        found.add(vote);
      }
    }
    return found;
  }

  /** The block with q votes of that phase, or empty. */
  Optional<Hash256> certified(BlockPhase phase) {
    return all().stream()
        .filter(vote -> vote.statement().phase() == phase)
        .map(vote -> vote.statement().block())
        .filter(block -> block != null)
        .distinct()
        .filter(block -> of(phase, block).size() >= masternodes.quorum())
        .findFirst();
  }

  /** Whether somebody precommits a block. */
  boolean mayDecide() {
    return all().stream()
        .map(SignedBlockVote::statement)
        .anyMatch(s -> s.phase() == BlockPhase.PRECOMMIT && s.block() != null);
  }

  /** Every vote held. */
  List<SignedBlockVote> all() {
    List<SignedBlockVote> all = new ArrayList<>();
    for (SignedBlockVote vote : votes) {
      if (vote != null) {
        all.add(vote);
      }
    }
    return all;
  }

  private static int slot(int member, BlockPhase phase) {
    return member * PHASES + phase.ordinal();
  }
}
