package io.timecoin.node.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timecoin.node.base.Txid;
import io.timecoin.node.samples.SmallNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counting: each vote once, each certificate once, in whatever order votes come. */
class VoteTallyTest {
  private static final SmallNetwork SEVEN = SmallNetwork.of(7);
  private static final Txid TXID = SmallNetwork.txid("payment");
  private static final int QUORUM = 5;

  private final VoteTally tally = new VoteTally(TXID, SEVEN.masternodes());

  @Test
  void quorumOfCommitsCertifiesExactlyOnce() {
    List<TallyResult> results = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      results.add(tally.add(SEVEN.approve(i, TXID, VotePhase.COMMIT)));
    }

    assertThat(results.subList(0, QUORUM - 1)).containsOnly(new TallyResult.Added());
    assertThat(results.get(QUORUM - 1)).isInstanceOf(TallyResult.Certified.class);
    assertThat(results.subList(QUORUM, 7)).containsOnly(new TallyResult.Added());
    assertThat(tally.approvals(VotePhase.COMMIT)).isEqualTo(7);
  }

  @Test
  void secondVoteOfSameMasternodeIsIgnored() {
    SignedVote vote = SEVEN.approve(0, TXID, VotePhase.PREPARE);
    tally.add(vote);

    assertThat(tally.add(vote)).isEqualTo(new TallyResult.Duplicate());
    assertThat(tally.approvals(VotePhase.PREPARE)).isEqualTo(1);
  }

  @Test
  void approvalAfterRejectIsAProofAndDoesNotCount() {
    SignedVote reject = reject(0);
    SignedVote approve = SEVEN.approve(0, TXID, VotePhase.PREPARE);
    tally.add(reject);

    assertThat(tally.add(approve))
        .isEqualTo(new TallyResult.Contradiction(new Equivocation(reject, approve)));
    assertThat(tally.approvals(VotePhase.PREPARE)).isZero();
    assertThat(tally.rejections()).isEqualTo(1);
  }

  @Test
  void promiseAfterCommitAndCommitAfterPromiseAreProofs() {
    tally.add(SEVEN.approve(0, TXID, VotePhase.COMMIT));
    tally.add(SEVEN.approve(1, TXID, VotePhase.PROMISE));

    assertThat(tally.add(SEVEN.approve(0, TXID, VotePhase.PROMISE)))
        .isInstanceOf(TallyResult.Contradiction.class);
    assertThat(tally.add(SEVEN.approve(1, TXID, VotePhase.COMMIT)))
        .isInstanceOf(TallyResult.Contradiction.class);
    assertThat(tally.approvals(VotePhase.COMMIT)).isEqualTo(1);
  }

  @Test
  void quorumOfRejectsIsReportedOnce() {
    List<TallyResult> results = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      results.add(tally.add(reject(i)));
    }

    assertThat(results).filteredOn(new TallyResult.RejectedByQuorum()::equals).hasSize(1);
    assertThat(results.get(QUORUM - 1)).isEqualTo(new TallyResult.RejectedByQuorum());
  }

  @Test
  void strangersVoteChangesNothing() {
    SignedVote strange = SmallNetwork.of(8).approve(0, TXID, VotePhase.COMMIT);
    SignedVote stranger =
        new SignedVote(
            SmallNetwork.key("stranger").publicKey(), strange.statement(), strange.proof());

    assertThat(tally.add(stranger)).isEqualTo(new TallyResult.UnknownVoter());
    assertThat(tally.all()).isEmpty();
  }

  @Test
  void voteOnAnotherTransactionIsABug() {
    SignedVote other = SEVEN.approve(0, SmallNetwork.txid("other"), VotePhase.COMMIT);

    assertThatIllegalArgumentException().isThrownBy(() -> tally.add(other));
  }

  @Property(tries = 200)
  void whateverTheOrderOneCertificateOfAPhaseComesOutAndIsValid(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int voters) {
    VoteTally counted = new VoteTally(TXID, SEVEN.masternodes());
    List<VoteCertificate> certificates = new ArrayList<>();
    for (SignedVote vote : shuffledTwice(random, voters)) {
      if (counted.add(vote) instanceof TallyResult.Certified certified) {
        certificates.add(certified.certificate());
      }
    }

    assertThat(certificates).hasSize(voters >= QUORUM ? 2 : 0);
    assertThat(certificates).allSatisfy(c -> assertThat(c.votes()).hasSize(QUORUM));
    assertThat(counted.approvals(VotePhase.PREPARE)).isEqualTo(voters);
    assertThat(counted.approvals(VotePhase.COMMIT)).isEqualTo(voters);
  }

  private static List<SignedVote> shuffledTwice(Random random, int voters) {
    List<SignedVote> votes = new ArrayList<>();
    for (VotePhase phase : List.of(VotePhase.PREPARE, VotePhase.COMMIT)) {
      votes.addAll(ALL.get(phase.ordinal()).subList(0, voters));
      votes.addAll(ALL.get(phase.ordinal()).subList(0, voters));
    }
    java.util.Collections.shuffle(votes, random);
    return votes;
  }

  private static final List<List<SignedVote>> ALL =
      List.of(
          SEVEN.approvals(7, TXID, VotePhase.PREPARE), SEVEN.approvals(7, TXID, VotePhase.COMMIT));

  private static SignedVote reject(int masternode) {
    return SEVEN.vote(masternode, new VoteStatement(TXID, VotePhase.PREPARE, Decision.REJECT));
  }
}
