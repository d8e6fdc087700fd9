package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The votes of one height, by round. Bounded whatever liars send: of rounds far ahead only each
 * masternode's highest is kept.
 */
final class HeightVotes {
  /** Rounds ahead of the current one that are kept whole. */
  private static final int AHEAD = 16;

  private final MasternodeSet masternodes;
  private final TreeMap<Integer, RoundVotes> rounds = new TreeMap<>();
  private final List<List<SignedBlockVote>> farAhead = new ArrayList<>();
  private final int[] highest;

  HeightVotes(MasternodeSet masternodes) {
    this.masternodes = masternodes;
    this.highest = new int[masternodes.size()];
    Arrays.fill(highest, Proposal.NO_ROUND);
    masternodes.members().forEach(_ -> farAhead.add(new ArrayList<>(2)));
  }

  RoundVotes round(int round) {
    return rounds.computeIfAbsent(round, _ -> new RoundVotes(masternodes));
  }

  /** Rounds of which votes are held, lowest first. */
  List<RoundVotes> rounds() {
    return List.copyOf(rounds.values());
  }

  /** Counts a member's vote. */
  Optional<BlockEquivocation> add(int member, SignedBlockVote vote, int currentRound) {
    int round = vote.statement().round();
    if (round <= currentRound + AHEAD) {
      highest[member] = Math.max(highest[member], round);
      return round(round).add(member, vote);
    }
    List<SignedBlockVote> held = farAhead.get(member);
    if (round > highest[member]) {
      highest[member] = round;
      held.clear();
    }
    boolean fits = held.size() < BlockPhase.values().length && round == highest[member];
    if (fits && !held.contains(vote)) {
      held.add(vote);
    }
    return Optional.empty();
  }

  /** The current round is that one now: what was far ahead may be near. */
  void entered(int currentRound) {
    for (int member = 0; member < highest.length; member++) {
      if (highest[member] <= currentRound + AHEAD) {
        for (SignedBlockVote vote : farAhead.get(member)) {
          round(vote.statement().round()).add(member, vote);
        }
        farAhead.get(member).clear();
      }
    }
  }

  /** Highest round that at least one honest masternode is in, or {@link Proposal#NO_ROUND}. */
  int provenRound() {
    int[] sorted = highest.clone();
    Arrays.sort(sorted);
    int faulty = (masternodes.size() - 1) / 3;
    return sorted[sorted.length - 1 - faulty];
  }

  /** q prevotes for a block in the highest round between the two, both excluded; empty if none. */
  List<SignedBlockVote> polkaBetween(int after, int before) {
    for (RoundVotes of : rounds.subMap(after, false, before, false).descendingMap().values()) {
      Optional<Hash256> block = of.certified(BlockPhase.PREVOTE);
      if (block.isPresent()) {
        return of.of(BlockPhase.PREVOTE, block.get());
      }
    }
    return List.of();
  }

  /** Votes of the rounds chosen, and of every round that may still decide. */
  List<SignedBlockVote> votes(IntPredicate chosen) {
    List<SignedBlockVote> votes = new ArrayList<>();
    rounds.forEach(
        (round, of) -> {
          if (chosen.test(round) || of.mayDecide()) {
            votes.addAll(of.all());
          }
        });
    farAhead.forEach(votes::addAll);
    return votes;
  }
}
