package io.timecoin.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.CertificateVerifier.Refusal;
import io.timecoin.node.samples.SmallNetwork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proof, and each way of not being one. */
class CertificateVerifierTest {
  private static final SmallNetwork SEVEN = SmallNetwork.of(7);
  private static final Txid TXID = SmallNetwork.txid("payment");
  private static final Txid OTHER = SmallNetwork.txid("other");

  private final CertificateVerifier verifier =
      new CertificateVerifier(SEVEN.genesisHash(), SEVEN.masternodes());

  @Test
  void quorumOfSignedCommitsIsProof() {
    assertThat(verifier.check(finality(commits(5)))).isEmpty();
    assertThat(verifier.check(finality(commits(7)))).isEmpty();
  }

  @Test
  void votesOfOneBatchProveEachTheirOwnTransaction() {
    List<VoteStatement> statements =
        List.of(
            VoteStatement.approve(OTHER, VotePhase.COMMIT),
            VoteStatement.approve(TXID, VotePhase.COMMIT),
            VoteStatement.approve(TXID, VotePhase.PREPARE));
    List<SignedVote> votes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      votes.add(VoteSignatures.sign(SEVEN.keys().get(i), SEVEN.genesisHash(), statements).get(1));
    }

    assertThat(verifier.check(finality(votes))).isEmpty();
  }

  @Test
  void oneVoteBelowQuorumIsNone() {
    assertThat(verifier.check(finality(commits(4)))).contains(Refusal.TOO_FEW_VOTES);
  }

  @Test
  void moreVotesThanMasternodesAreRefusedBeforeAnySignatureIsChecked() {
    List<SignedVote> votes = new ArrayList<>(commits(7));
    votes.addAll(commits(7));

    assertThat(verifier.check(finality(votes))).contains(Refusal.TOO_MANY_VOTES);
  }

  @Test
  void sameVoterTwiceDoesNotMakeAQuorum() {
    List<SignedVote> votes = new ArrayList<>(commits(4));
    votes.add(votes.getFirst());

    assertThat(verifier.check(finality(votes))).contains(Refusal.REPEATED_VOTER);
  }

  @Test
  void preparesAreNoCommits() {
    assertThat(verifier.check(finality(SEVEN.approvals(5, TXID, VotePhase.PREPARE))))
        .contains(Refusal.FOREIGN_VOTE);
    assertThat(
            verifier.check(
                new VoteCertificate.Prepare(TXID, SEVEN.approvals(5, TXID, VotePhase.PREPARE))))
        .isEmpty();
  }

  @Test
  void voteForAnotherTransactionIsForeign() {
    List<SignedVote> votes = new ArrayList<>(commits(4));
    votes.add(SEVEN.approve(4, OTHER, VotePhase.COMMIT));

    assertThat(verifier.check(finality(votes))).contains(Refusal.FOREIGN_VOTE);
  }

  @Test
  void rejectsProveNothing() {
    List<SignedVote> votes = new ArrayList<>(SEVEN.approvals(4, TXID, VotePhase.PREPARE));
    votes.add(SEVEN.vote(4, new VoteStatement(TXID, VotePhase.PREPARE, Decision.REJECT)));

    assertThat(verifier.check(new VoteCertificate.Prepare(TXID, votes)))
        .contains(Refusal.FOREIGN_VOTE);
  }

  @Test
  void voterOutsideTheSetIsRefused() {
    List<SignedVote> votes = new ArrayList<>(commits(4));
    votes.add(
        VoteSignatures.sign(
                SmallNetwork.key("stranger"),
                SEVEN.genesisHash(),
                List.of(VoteStatement.approve(TXID, VotePhase.COMMIT)))
            .getFirst());

    assertThat(verifier.check(finality(votes))).contains(Refusal.UNKNOWN_VOTER);
  }

  @Test
  void votesOfAnotherNetworkAreBadSignatures() {
    SmallNetwork four = SmallNetwork.of(4);
    CertificateVerifier elsewhere =
        new CertificateVerifier(four.genesisHash(), SEVEN.masternodes());

    assertThat(elsewhere.check(finality(commits(5)))).contains(Refusal.BAD_SIGNATURE);
  }

  @Test
  void signatureOfAnotherVoterIsBad() {
    List<SignedVote> votes = new ArrayList<>(commits(5));
    votes.set(
        4, new SignedVote(votes.get(4).voter(), votes.get(4).statement(), votes.get(3).proof()));

    assertThat(verifier.check(finality(votes))).contains(Refusal.BAD_SIGNATURE);
  }

  @Test
  void pathThatDoesNotFitItsPositionIsBad() {
    List<SignedVote> votes = new ArrayList<>(commits(5));
    BatchProof proof = votes.get(4).proof();
    votes.set(
        4,
        new SignedVote(
            votes.get(4).voter(),
            votes.get(4).statement(),
            new BatchProof(1, 2, List.of(), proof.signature())));

    assertThat(verifier.check(finality(votes))).contains(Refusal.BAD_SIGNATURE);
  }

  private static List<SignedVote> commits(int count) {
    return SEVEN.approvals(count, TXID, VotePhase.COMMIT);
  }

  private static VoteCertificate.Finality finality(List<SignedVote> votes) {
    return new VoteCertificate.Finality(TXID, votes);
  }
}
