package io.timecoin.node.block;

import static io.timecoin.node.block.BlockPhase.PRECOMMIT;
import static io.timecoin.node.block.BlockPhase.PREVOTE;
import static io.timecoin.node.block.Proposal.NO_ROUND;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tendermint's agreement on one height, as one masternode takes part in it: pure, no clock, no key.
 * Lines are those of Algorithm 1 in arXiv 1807.04938. Messages come in verified; own votes count
 * when they come back signed. A node that is no member only observes. One thread.
 *
 * <p>Long, because it is one algorithm: its rules read and write the same few variables.
 */
public final class Agreement {
  private enum Stage {
    PROPOSE,
    PREVOTE,
    PRECOMMIT
  }

  private enum Once {
    PREVOTE_TIMEOUT,
    POLKA,
    PRECOMMIT_TIMEOUT
  }

  /**
   * How long a round waits for each step, in ms; each further round a little longer, so that some
   * round is long enough for any delay.
   */
  public record Timeouts(long proposeMs, long prevoteMs, long precommitMs, long growthMs) {}

  private record Timeout(Stage stage, int round, long atMs) {}

  private final long height;
  private final MasternodeSet set;
  private final int self;
  private final Timeouts timeouts;
  private final HeightVotes votes;
  private final Map<Integer, Proposal> proposals = new HashMap<>();
  private final Map<Integer, List<SignedBlockVote>> polkas = new HashMap<>();
  private final Map<Hash256, Boolean> verdicts = new HashMap<>();
  private final Set<BlockStatement> statements = new LinkedHashSet<>();
  private final List<Timeout> scheduled = new ArrayList<>();
  private final Set<Once> done = EnumSet.noneOf(Once.class);
  private boolean started;
  private int round;
  private Stage stage = Stage.PROPOSE;
  private int lockedRound = NO_ROUND;
  private @Nullable Hash256 locked;
  private int validRound = NO_ROUND;
  private @Nullable Hash256 valid;
  private List<SignedBlockVote> validProof = List.of();
  private @Nullable BlockCertificate decided;

  /**
   * Not started: it counts votes and may decide by them, but says nothing.
   *
   * @param self this node's index in the set, or {@link MasternodeSet#NO_MEMBER}
   */
  public Agreement(long height, MasternodeSet set, int self, Timeouts timeouts) {
    this.height = height;
    this.set = set;
    this.self = self;
    this.timeouts = timeouts;
    this.votes = new HeightVotes(set);
  }

  /** Takes back what this node was bound to; before {@link #start}. */
  public void restore(AgreementMemory memory) {
    round = memory.round();
    lockedRound = memory.lockedRound();
    locked = memory.locked();
    validRound = memory.validRound();
    valid = memory.valid();
    validProof = memory.validProof();
    statements.addAll(memory.statements());
    validProof.forEach(vote -> votes.add(set.indexOf(vote.voter()), vote, round));
    Hash256 value = valid;
    if (value != null) {
      verdicts.put(value, true); // it was valid on the same parent
    }
  }

  /** What must be durable before the vote just cast leaves. */
  public AgreementMemory memory() {
    return new AgreementMemory(
        height, round, lockedRound, locked, validRound, valid, validProof, List.copyOf(statements));
  }

  /** The height it agrees on. */
  public long height() {
    return height;
  }

  /** The round under way; the one to start with before {@link #start}. */
  public int round() {
    return round;
  }

  /** Whether this node takes part. */
  public boolean started() {
    return started;
  }

  /** The decision, once there is one. */
  public Optional<BlockCertificate> decided() {
    return Optional.ofNullable(decided);
  }

  /** Takes part from now on, in the round remembered or the first. */
  public List<Step> start(long nowMs) {
    List<Step> steps = new ArrayList<>();
    if (!started && decided == null) {
      started = true;
      enter(round, nowMs, steps);
      evaluate(nowMs, steps);
    }
    return steps;
  }

  /**
   * A verified proposal of the masternode whose turn it is; the first of a round counts.
   *
   * @param polka verified: q prevotes for the block in its valid round, empty if it has none. They
   *     come along because a liar's two votes may make a quorum for one node and none for another
   */
  public List<Step> proposal(Proposal proposal, List<SignedBlockVote> polka, long nowMs) {
    List<Step> steps = new ArrayList<>();
    if (proposal.height() == height && decided == null) {
      if (proposals.putIfAbsent(proposal.round(), proposal) == null) {
        polkas.put(proposal.round(), List.copyOf(polka));
      }
      evaluate(nowMs, steps);
    }
    return steps;
  }

  /**
   * Whether that block is valid on this height's parent. Until it is known this node votes neither
   * for nor against it.
   */
  public List<Step> judged(Hash256 block, boolean isValid, long nowMs) {
    List<Step> steps = new ArrayList<>();
    verdicts.putIfAbsent(block, isValid);
    evaluate(nowMs, steps);
    return steps;
  }

  /** A verified vote of a member, this node included. */
  public List<Step> vote(SignedBlockVote vote, long nowMs) {
    List<Step> steps = new ArrayList<>();
    int member = set.indexOf(vote.voter());
    if (member != MasternodeSet.NO_MEMBER
        && vote.statement().height() == height
        && decided == null) {
      votes.add(member, vote, round).ifPresent(proof -> steps.add(new Step.Contradiction(proof)));
      evaluate(nowMs, steps);
    }
    return steps;
  }

  /** Time passed. */
  public List<Step> tick(long nowMs) {
    List<Step> steps = new ArrayList<>();
    List<Timeout> due = scheduled.stream().filter(t -> t.atMs() <= nowMs).toList();
    scheduled.removeAll(due);
    for (Timeout timeout : due) {
      if (decided == null && timeout.round() == round) {
        expired(timeout, nowMs, steps);
        evaluate(nowMs, steps);
      }
    }
    return steps;
  }

  /** Milliseconds since 1970 of the next timeout; the largest number if there is none. */
  public long nextTimeoutMs() {
    return scheduled.stream().mapToLong(Timeout::atMs).min().orElse(Long.MAX_VALUE);
  }

  /** Lines 57–67. */
  private void expired(Timeout timeout, long nowMs, List<Step> steps) {
    switch (timeout.stage()) {
      case PROPOSE -> {
        if (stage == Stage.PROPOSE) {
          prevote(null, steps);
        }
      }
      case PREVOTE -> {
        if (stage == Stage.PREVOTE) {
          precommit(null, steps);
        }
      }
      case PRECOMMIT -> enter(round + 1, nowMs, steps);
    }
  }

  /** Lines 11–21. */
  private void enter(int next, long nowMs, List<Step> steps) {
    round = next;
    stage = Stage.PROPOSE;
    done.clear();
    scheduled.clear();
    votes.entered(next);
    schedule(Stage.PROPOSE, timeouts.proposeMs(), nowMs);
    if (isProposer()) {
      steps.add(new Step.Propose(round, validRound, valid));
    }
    repeat(steps);
  }

  /** What this node had said in this round before a crash it says again, and nothing else. */
  private void repeat(List<Step> steps) {
    for (BlockStatement statement : List.copyOf(statements)) {
      if (statement.round() == round) {
        steps.add(new Step.Cast(statement));
        stage = statement.phase() == PREVOTE ? Stage.PREVOTE : Stage.PRECOMMIT;
      }
    }
  }

  private boolean isProposer() {
    return self != MasternodeSet.NO_MEMBER
        && ProposerRotation.of(set, height, round).equals(set.members().get(self).publicKey());
  }

  private void schedule(Stage ofStage, long baseMs, long nowMs) {
    scheduled.add(new Timeout(ofStage, round, nowMs + baseMs + round * timeouts.growthMs()));
  }

  /** Applies every rule that holds until none does. */
  private void evaluate(long nowMs, List<Step> steps) {
    boolean moved = true;
    while (moved && decided == null) {
      moved = decide(steps) || started && (skip(nowMs, steps) || progress(nowMs, steps));
    }
    adoptEarlierPolka();
  }

  /**
   * Prevotes of an earlier round that came late, and make a quorum: the block they are for is the
   * one to propose, as for those who got them in time. Without this only a node that is locked on
   * it would ever propose it again, and the height would wait for its turn. Nothing here locks.
   */
  private void adoptEarlierPolka() {
    List<SignedBlockVote> polka = votes.polkaBetween(validRound, round);
    if (decided == null && !polka.isEmpty()) {
      BlockStatement statement = polka.getFirst().statement();
      if (Boolean.TRUE.equals(verdicts.get(statement.block()))) {
        valid = statement.block();
        validRound = statement.round();
        validProof = polka;
      }
    }
  }

  /** Line 49. */
  private boolean decide(List<Step> steps) {
    for (RoundVotes ofRound : votes.rounds()) {
      Optional<Hash256> block = ofRound.certified(PRECOMMIT);
      if (block.isPresent()) {
        List<SignedBlockVote> precommits = ofRound.of(PRECOMMIT, block.get());
        int inRound = precommits.getFirst().statement().round();
        BlockCertificate proof = new BlockCertificate(height, inRound, block.get(), precommits);
        decided = proof;
        steps.add(new Step.Decide(proof));
        return true;
      }
    }
    return false;
  }

  /** Line 55. */
  private boolean skip(long nowMs, List<Step> steps) {
    int proven = votes.provenRound();
    if (proven > round) {
      enter(proven, nowMs, steps);
      return true;
    }
    return false;
  }

  private boolean progress(long nowMs, List<Step> steps) {
    return switch (stage) {
      case PROPOSE -> prevoteProposal(steps) || polka(steps) || precommitTimeout(nowMs);
      case PREVOTE ->
          polka(steps) || precommitNil(steps) || prevoteTimeout(nowMs) || precommitTimeout(nowMs);
      case PRECOMMIT -> polka(steps) || precommitTimeout(nowMs);
    };
  }

  /** Lines 22–33. */
  private boolean prevoteProposal(List<Step> steps) {
    Proposal proposal = proposals.get(round);
    Boolean isValid = proposal == null ? null : verdicts.get(proposal.block());
    if (proposal == null || isValid == null) {
      return false;
    }
    int since = proposal.validRound();
    boolean fresh = since == NO_ROUND;
    if (!fresh && polka(proposal).size() < set.quorum()) {
      return false;
    }
    boolean same = proposal.block().equals(locked);
    boolean free = fresh ? lockedRound == NO_ROUND : lockedRound <= since;
    prevote(isValid && (free || same) ? proposal.block() : null, steps);
    return true;
  }

  /** Lines 36–43. */
  private boolean polka(List<Step> steps) {
    Proposal proposal = proposals.get(round);
    if (stage == Stage.PROPOSE || proposal == null || done.contains(Once.POLKA)) {
      return false;
    }
    Hash256 block = proposal.block();
    if (!Boolean.TRUE.equals(verdicts.get(block))
        || votes.round(round).of(PREVOTE, block).size() < set.quorum()) {
      return false;
    }
    done.add(Once.POLKA);
    valid = block;
    validRound = round;
    validProof = votes.round(round).of(PREVOTE, block);
    if (stage == Stage.PREVOTE) {
      locked = block;
      lockedRound = round;
      precommit(block, steps);
    }
    return true;
  }

  /** Line 44. */
  private boolean precommitNil(List<Step> steps) {
    if (votes.round(round).of(PREVOTE, null).size() < set.quorum()) {
      return false;
    }
    precommit(null, steps);
    return true;
  }

  /** Line 34. */
  private boolean prevoteTimeout(long nowMs) {
    boolean now =
        votes.round(round).count(PREVOTE) >= set.quorum() && done.add(Once.PREVOTE_TIMEOUT);
    if (now) {
      schedule(Stage.PREVOTE, timeouts.prevoteMs(), nowMs);
    }
    return now;
  }

  /** Line 47. */
  private boolean precommitTimeout(long nowMs) {
    boolean now =
        votes.round(round).count(PRECOMMIT) >= set.quorum() && done.add(Once.PRECOMMIT_TIMEOUT);
    if (now) {
      schedule(Stage.PRECOMMIT, timeouts.precommitMs(), nowMs);
    }
    return now;
  }

  private void prevote(@Nullable Hash256 block, List<Step> steps) {
    stage = Stage.PREVOTE;
    cast(new BlockStatement(height, round, PREVOTE, block), steps);
  }

  private void precommit(@Nullable Hash256 block, List<Step> steps) {
    stage = Stage.PRECOMMIT;
    cast(new BlockStatement(height, round, PRECOMMIT, block), steps);
  }

  /** Never a second vote of one round and phase. */
  private void cast(BlockStatement statement, List<Step> steps) {
    boolean given = statements.stream().anyMatch(s -> s.sameVote(statement));
    if (self != MasternodeSet.NO_MEMBER && !given) {
      statements.add(statement);
      steps.add(new Step.Cast(statement));
    }
  }

  /** Proposals of this round and of the round before, for whoever missed them. */
  public List<Proposal> proposals() {
    List<Proposal> recent = new ArrayList<>();
    for (int of = Math.max(0, round - 1); of <= round; of++) {
      Proposal proposal = proposals.get(of);
      if (proposal != null) {
        recent.add(proposal);
      }
    }
    return recent;
  }

  /** The prevotes that a proposal came with. */
  public List<SignedBlockVote> polka(Proposal proposal) {
    return polkas.getOrDefault(proposal.round(), List.of());
  }

  /** Votes that others may need: of the last rounds, of the valid value, and what may decide. */
  public List<SignedBlockVote> votes() {
    return votes.votes(of -> of >= round - 1 || of == validRound);
  }

  @Override
  public String toString() {
    return "Agreement(" + height + "/" + round + " " + stage + " " + Objects.toString(locked) + ")";
  }
}
