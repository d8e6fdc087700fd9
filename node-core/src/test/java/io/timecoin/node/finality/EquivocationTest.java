package io.timecoin.node.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timecoin.node.base.Txid;
import io.timecoin.node.samples.SmallNetwork;
import org.junit.jupiter.api.Test;

/** protocol.md 4.6: which pairs of votes prove a lie, and which do not. */
class EquivocationTest {
  private static final SmallNetwork FOUR = SmallNetwork.of(4);
  private static final Txid TXID = SmallNetwork.txid("payment");
  private static final Txid CONFLICTING = SmallNetwork.txid("conflicting");

  private final SignedVote prepare = FOUR.approve(0, TXID, VotePhase.PREPARE);
  private final SignedVote commit = FOUR.approve(0, TXID, VotePhase.COMMIT);
  private final SignedVote promise = FOUR.approve(0, TXID, VotePhase.PROMISE);
  private final SignedVote reject =
      FOUR.vote(0, new VoteStatement(TXID, VotePhase.PREPARE, Decision.REJECT));

  @Test
  void approveAndRejectInOnePhaseContradict() {
    assertThat(new Equivocation(prepare, reject).voter()).isEqualTo(prepare.voter());
    assertThat(Equivocation.contradict(reject, prepare)).isTrue();
  }

  @Test
  void commitAndPromiseContradictEitherWay() {
    assertThat(Equivocation.contradict(commit, promise)).isTrue();
    assertThat(Equivocation.contradict(promise, commit)).isTrue();
  }

  @Test
  void ordinaryCourseOfVotingIsNoLie() {
    assertThat(Equivocation.contradict(prepare, commit)).isFalse();
    assertThat(Equivocation.contradict(prepare, promise)).isFalse();
    assertThat(Equivocation.contradict(prepare, prepare)).isFalse();
  }

  @Test
  void approvalsOfConflictingTransactionsAreNoProof() {
    SignedVote other = FOUR.approve(0, CONFLICTING, VotePhase.PREPARE);

    assertThat(Equivocation.contradict(prepare, other)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Equivocation(prepare, other));
  }

  @Test
  void votesOfTwoVotersAreNoProof() {
    SignedVote other = FOUR.vote(1, new VoteStatement(TXID, VotePhase.PREPARE, Decision.REJECT));

    assertThat(Equivocation.contradict(prepare, other)).isFalse();
  }

  @Test
  void rejectingCommitCannotBeSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VoteStatement(TXID, VotePhase.COMMIT, Decision.REJECT));
  }
}
