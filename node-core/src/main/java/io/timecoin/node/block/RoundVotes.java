package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The votes of one round: the first of each masternode and phase counts. */
final class RoundVotes {
  private static final int PHASES = BlockPhase.values().length;

  private final MasternodeSet masternodes;
  private final @Nullable SignedBlockVote[] votes;

  /**
   * The second of two votes that contradict each other. It counts for its block as the first does
   * for its own: whoever got it first counts it too, and two blocks with q votes each would need an
   * honest masternode that voted for both.
   */
  private final @Nullable SignedBlockVote[] seconds;

  RoundVotes(MasternodeSet masternodes) {
    this.masternodes = masternodes;
    this.votes = new @Nullable SignedBlockVote[masternodes.size() * PHASES];
    this.seconds = new @Nullable SignedBlockVote[votes.length];
  }

  /** Counts it; the proof if it contradicts the voter's first, given once. */
  Optional<BlockEquivocation> add(int member, SignedBlockVote vote) {
    int slot = slot(member, vote.statement().phase());
    SignedBlockVote first = votes[slot];
    if (first == null) {
      votes[slot] = vote;
    } else if (first.statement().contradicts(vote.statement()) && seconds[slot] == null) {
      seconds[slot] = vote;
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
      int slot = slot(member, phase);
      SignedBlockVote vote = isFor(block, votes[slot]) ? votes[slot] : seconds[slot];
      if (vote != null && isFor(block, vote)) {
        found.add(vote);
      }
    }
    return found;
  }

  private static boolean isFor(@Nullable Hash256 block, @Nullable SignedBlockVote vote) {
    return vote != null && Objects.equals(vote.statement().block(), block);
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
    Stream.of(votes, seconds).flatMap(Arrays::stream).filter(Objects::nonNull).forEach(all::add);
    return all;
  }

  private static int slot(int member, BlockPhase phase) {
    return member * PHASES + phase.ordinal();
  }
}
