package io.timecoin.node.block;

import static io.timecoin.node.block.BlockPhase.PRECOMMIT;
import static io.timecoin.node.block.BlockPhase.PREVOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The algorithm's lines one by one, for one of four masternodes; three of them decide. */
final class AgreementTest {
  private static final Hash256 A = new Hash256(1, 1, 1, 1);
  private static final Hash256 B = new Hash256(2, 2, 2, 2);
  private static final Signature ANY = Signature.of(new byte[Signature.BYTES]);
  private static final Agreement.Timeouts TIMEOUTS = new Agreement.Timeouts(1_000, 500, 500, 500);
  private static final long HEIGHT = 5;

  private final MasternodeSet set = set();
  private final int self = notProposing();
  private final Agreement agreement = new Agreement(HEIGHT, set, self, TIMEOUTS);
  private long nowMs = 1_000_000;

  private static MasternodeSet set() {
    List<Masternode> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      byte[] secret = new byte[SigningKey.SECRET_BYTES];
      secret[0] = (byte) (i + 1);
      SigningKey key = SigningKey.of(secret);
      members.add(
          new Masternode(
              "N" + i,
              key.publicKey(),
              Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey())));
    }
    return new MasternodeSet(members);
  }

  private int proposer(int round) {
    return set.indexOf(ProposerRotation.of(set, HEIGHT, round));
  }

  /** One that has no turn in the first rounds, so that only others propose. */
  private int notProposing() {
    return IntStream.range(0, 4)
        .filter(i -> IntStream.range(0, 3).noneMatch(round -> proposer(round) == i))
        .findFirst()
        .orElseThrow();
  }

  private Proposal proposal(int round, int validRound, Hash256 block) {
    return new Proposal(
        HEIGHT, round, validRound, block, ProposerRotation.of(set, HEIGHT, round), ANY);
  }

  private SignedBlockVote vote(int member, int round, BlockPhase phase, @Nullable Hash256 block) {
    return new SignedBlockVote(
        set.members().get(member).publicKey(),
        new BlockStatement(HEIGHT, round, phase, block),
        ANY);
  }

  /** Votes of those others, all the same; what follows from them. */
  private List<Step> others(int count, int round, BlockPhase phase, @Nullable Hash256 block) {
    List<Step> steps = new ArrayList<>();
    IntStream.range(0, 4)
        .filter(i -> i != self)
        .limit(count)
        .forEach(i -> steps.addAll(agreement.vote(vote(i, round, phase, block), nowMs)));
    return steps;
  }

  private List<Step> propose(
      int round, int validRound, Hash256 block, List<SignedBlockVote> polka) {
    return agreement.proposal(proposal(round, validRound, block), polka, nowMs);
  }

  private static Step cast(int round, BlockPhase phase, @Nullable Hash256 block) {
    return new Step.Cast(new BlockStatement(HEIGHT, round, phase, block));
  }

  private List<Step> after(long ms) {
    nowMs += ms;
    return agreement.tick(nowMs);
  }

  private void lockOn(Hash256 block) {
    agreement.start(nowMs);
    propose(0, Proposal.NO_ROUND, block, List.of());
    agreement.judged(block, true, nowMs);
    assertThat(others(3, 0, PREVOTE, block)).contains(cast(0, PRECOMMIT, block));
  }

  @Test
  void aValidProposalIsPrevotedOnceItIsJudged() {
    assertThat(agreement.start(nowMs)).isEmpty();
    assertThat(propose(0, Proposal.NO_ROUND, A, List.of())).isEmpty();
    assertThat(agreement.judged(A, true, nowMs)).containsExactly(cast(0, PREVOTE, A));
  }

  @Test
  void anInvalidProposalAndNoProposalArePrevotedNil() {
    agreement.start(nowMs);
    propose(0, Proposal.NO_ROUND, A, List.of());
    assertThat(agreement.judged(A, false, nowMs)).containsExactly(cast(0, PREVOTE, null));

    Agreement other = new Agreement(HEIGHT, set, self, TIMEOUTS);
    other.start(nowMs);
    assertThat(other.tick(nowMs + 999)).isEmpty();
    assertThat(other.tick(nowMs + 1_000)).containsExactly(cast(0, PREVOTE, null));
  }

  @Test
  void theOwnTurnIsToPropose() {
    Agreement mine = new Agreement(HEIGHT, set, proposer(0), TIMEOUTS);
    assertThat(mine.start(nowMs)).containsExactly(new Step.Propose(0, Proposal.NO_ROUND, null));
  }

  @Test
  void threePrevotesArePrecommittedAndThreePrecommitsDecide() {
    lockOn(A);
    List<Step> steps = others(3, 0, PRECOMMIT, A);
    assertThat(steps).hasSize(1);
    assertThat(((Step.Decide) steps.getFirst()).certificate().block()).isEqualTo(A);
    assertThat(agreement.vote(vote(self, 0, PRECOMMIT, B), nowMs)).isEmpty();
  }

  @Test
  void whoHasNotStartedDecidesAndSaysNothing() {
    propose(0, Proposal.NO_ROUND, A, List.of());
    agreement.judged(A, true, nowMs);
    assertThat(others(3, 0, PRECOMMIT, A)).hasSize(1).first().isInstanceOf(Step.Decide.class);
  }

  @Test
  void withoutAMajorityTheRoundEndsWithNil() {
    agreement.start(nowMs);
    propose(0, Proposal.NO_ROUND, A, List.of());
    agreement.judged(A, true, nowMs);
    agreement.vote(vote(self, 0, PREVOTE, A), nowMs);
    others(2, 0, PREVOTE, null);
    assertThat(after(499)).isEmpty();
    assertThat(after(1)).containsExactly(cast(0, PRECOMMIT, null));
    others(3, 0, PRECOMMIT, null);
    after(500);
    assertThat(agreement.round()).isEqualTo(1);
  }

  @Test
  void aLockedOneVotesAgainstAnotherFreshBlock() {
    lockOn(A);
    others(3, 1, PREVOTE, null); // one honest node at least is there already
    assertThat(agreement.round()).isEqualTo(1);
    propose(1, Proposal.NO_ROUND, B, List.of());
    agreement.judged(B, true, nowMs);
    assertThat(agreement.memory().statements())
        .contains(new BlockStatement(HEIGHT, 1, PREVOTE, null))
        .doesNotContain(new BlockStatement(HEIGHT, 1, PREVOTE, B));
    assertThat(agreement.memory().locked()).isEqualTo(A);
  }

  @Test
  void aLockedOneGivesWayToALaterMajorityAndToNothingElse() {
    lockOn(A);
    others(2, 2, PREVOTE, null);
    assertThat(agreement.round()).isEqualTo(2);
    List<SignedBlockVote> polka =
        IntStream.range(0, 4).filter(i -> i != self).mapToObj(i -> vote(i, 1, PREVOTE, B)).toList();
    assertThat(agreement.judged(B, true, nowMs)).isEmpty();
    assertThat(propose(2, 1, B, polka)).containsExactly(cast(2, PREVOTE, B));
  }

  @Test
  void anOldMajorityIsBelievedOnlyWithItsVotes() {
    agreement.start(nowMs);
    others(2, 2, PREVOTE, null);
    agreement.judged(B, true, nowMs);
    List<SignedBlockVote> two = List.of(vote(0, 1, PREVOTE, B), vote(1, 1, PREVOTE, B));
    assertThat(propose(2, 1, B, two)).isEmpty();
  }

  @Test
  void twoVotesOfOneMasternodeAreAContradiction() {
    agreement.start(nowMs);
    int liar = proposer(0);
    agreement.vote(vote(liar, 0, PREVOTE, A), nowMs);
    assertThat(agreement.vote(vote(liar, 0, PREVOTE, B), nowMs))
        .hasSize(1)
        .first()
        .isInstanceOf(Step.Contradiction.class);
  }

  @Test
  void bothVotesOfALiarCountEachForItsBlock() {
    agreement.start(nowMs);
    propose(0, Proposal.NO_ROUND, A, List.of());
    agreement.judged(A, true, nowMs); // and prevotes it itself
    agreement.vote(vote(self, 0, PREVOTE, A), nowMs);
    int liar = proposer(0);
    int honest = proposer(1);
    agreement.vote(vote(liar, 0, PREVOTE, null), nowMs);
    assertThat(agreement.vote(vote(liar, 0, PREVOTE, A), nowMs))
        .hasExactlyElementsOfTypes(Step.Contradiction.class);
    assertThat(agreement.vote(vote(liar, 0, PREVOTE, B), nowMs)).isEmpty();
    assertThat(agreement.vote(vote(honest, 0, PREVOTE, A), nowMs)).contains(cast(0, PRECOMMIT, A));
  }

  @Test
  void aMajorityThatComesLateIsWhatIsProposedNextAndBindsNobody() {
    Agreement late = new Agreement(HEIGHT, set, proposer(2), TIMEOUTS);
    late.start(nowMs);
    late.proposal(proposal(0, Proposal.NO_ROUND, A), List.of(), nowMs);
    late.judged(A, true, nowMs);
    IntStream.range(0, 4).forEach(i -> late.vote(vote(i, 0, PRECOMMIT, null), nowMs));
    late.tick(nowMs + 500);
    assertThat(late.round()).isEqualTo(1);
    assertThat(late.memory().validRound()).isEqualTo(Proposal.NO_ROUND);
    IntStream.range(0, 3).forEach(i -> late.vote(vote(i, 0, PREVOTE, A), nowMs));
    assertThat(late.memory().valid()).isEqualTo(A);
    assertThat(late.memory().validRound()).isZero();
    assertThat(late.memory().validProof()).hasSize(3);
    assertThat(late.memory().locked()).isNull();
    IntStream.range(0, 4).forEach(i -> late.vote(vote(i, 1, PRECOMMIT, null), nowMs + 500));
    assertThat(late.tick(nowMs + 2_000)).contains(new Step.Propose(2, 0, A));
  }

  @Test
  void afterARestartItSaysTheSameAgainAndKeepsItsLock() {
    lockOn(A);
    AgreementMemory memory = agreement.memory();
    Agreement again = new Agreement(HEIGHT, set, self, TIMEOUTS);
    again.restore(memory);
    List<Step> steps = again.start(nowMs);
    assertThat(steps).containsExactly(cast(0, PREVOTE, A), cast(0, PRECOMMIT, A));
    assertThat(again.memory()).isEqualTo(memory);
    again.proposal(proposal(0, Proposal.NO_ROUND, B), List.of(), nowMs);
    assertThat(again.judged(B, true, nowMs)).isEmpty();
    assertThat(again.memory().statements()).isEqualTo(memory.statements());
  }

  @Test
  void moreThanAThirdInALaterRoundTakeItAlong() {
    agreement.start(nowMs);
    others(1, 3, PRECOMMIT, null);
    assertThat(agreement.round()).isZero();
    others(2, 3, PRECOMMIT, null);
    assertThat(agreement.round()).isEqualTo(3);
  }
}
