package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The votes of one round: the first of each masternode and phase counts. */
final class RoundVotes {
  private static final int PHASES = BlockPhase.values().length;

  /** Blocks that one voter may have voted for in one phase, besides the first. */
  private static final int FURTHER_MAX = 4;

  private final MasternodeSet masternodes;
  private final @Nullable SignedBlockVote[] votes;

  /**
   * Further votes of those that contradict themselves, by slot: bounded, one a block. Each counts
   * for its block as the first does for its own: whoever got it first counts it too, and two blocks
   * with q votes each would need an honest masternode that voted for both.
   */
  private final Map<Integer, List<SignedBlockVote>> further = new HashMap<>();

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
    } else if (first.statement().contradicts(vote.statement())) {
      return contradiction(slot, first, vote);
    }
    return Optional.empty();
  }

  private Optional<BlockEquivocation> contradiction(
      int slot, SignedBlockVote first, SignedBlockVote vote) {
    List<SignedBlockVote> held = further.computeIfAbsent(slot, _ -> new ArrayList<>(1));
    boolean known = held.stream().anyMatch(v -> v.statement().equals(vote.statement()));
    if (!known && held.size() < FURTHER_MAX) {
      held.add(vote);
    }
    return held.size() == 1 && !known
        ? Optional.of(new BlockEquivocation(first, vote))
        : Optional.empty();
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
      SignedBlockVote first = votes[slot];
      if (first != null && isFor(block, first)) {
        found.add(first);
      } else {
        further.getOrDefault(slot, List.of()).stream()
            .filter(vote -> isFor(block, vote))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isFor(@Nullable Hash256 block, SignedBlockVote vote) {
    return Objects.equals(vote.statement().block(), block);
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
    Arrays.stream(votes).filter(Objects::nonNull).forEach(all::add);
    further.values().forEach(all::addAll);
    return all;
  }

  private static int slot(int member, BlockPhase phase) {
    return member * PHASES + phase.ordinal();
  }
}
