package io.timecoin.node.runtime.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.finality.BatchProof;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.LoneMasternode;
import io.timecoin.node.runtime.loop.EventQueue;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxInput;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeerIntakeTest {
  private static final PeerId PEER = new PeerId(1);
  private static final Txid TXID = new Txid(1, 2, 3, 4);

  private final EventQueue queue = new EventQueue(64);
  private final RecentFinals finals = new RecentFinals();
  private final PeerIntake intake =
      new PeerIntake(
          new SignatureCheck(LoneMasternode.genesis()), finals, queue, _ -> {}, (_, _) -> false);

  private static SignedVote vote(Txid txid) {
    return VoteSignatures.sign(
            LoneMasternode.NODE,
            LoneMasternode.genesis().hash(),
            List.of(VoteStatement.approve(txid, VotePhase.COMMIT)))
        .getFirst();
  }

  private static SignedVote forged(Txid txid) {
    SignedVote good = vote(txid);
    byte[] signature = good.proof().signature().toBytes();
    signature[40] ^= 1;
    return new SignedVote(
        good.voter(), good.statement(), new BatchProof(0, 1, List.of(), Signature.of(signature)));
  }

  private static NetworkMessage votes(SignedVote... votes) {
    return new NetworkMessage.InstantFinalityVote(List.of(votes), List.of());
  }

  private void becomesFinal(Txid txid) {
    VoteCertificate.Finality proof = new VoteCertificate.Finality(txid, List.of(vote(txid)));
    finals.learn(List.of(new JournalRecord.Finalized(proof, null, 0)));
  }

  private void makeBusy() {
    while (!queue.isBusy()) {
      queue.put(new EngineEvent.Tick());
    }
  }

  @Test
  void validVotesReachTheEngineAndForgedOnesAreHeldAgainstThePeer() {
    assertThat(intake.received(PEER, votes(vote(TXID)))).isEmpty();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(intake.received(PEER, votes(vote(TXID), forged(TXID))))
        .hasValueSatisfying(reason -> assertThat(reason).contains("not signed by"));
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void lateVotesAreDroppedUnverifiedOnlyUnderLoad() {
    becomesFinal(TXID);
    intake.received(PEER, votes(vote(TXID)));
    assertThat(queue.size()).as("an idle node fills its seats").isEqualTo(1);
    makeBusy();
    int before = queue.size();
    assertThat(intake.received(PEER, votes(forged(TXID)))).isEmpty();
    assertThat(queue.size()).isEqualTo(before);
    intake.received(PEER, votes(vote(TXID), vote(new Txid(5, 6, 7, 8))));
    assertThat(queue.size()).isEqualTo(before + 1);
  }

  @Test
  void theSameTransactionIsVerifiedOnceAndABadCopyNeverPassesForIt() {
    Transaction good = LoneMasternode.payment(0);
    TxInput input = good.inputs().getFirst();
    Transaction bad =
        new Transaction(
            good.version(),
            List.of(
                new TxInput(
                    input.previousOutput(),
                    input.publicKey(),
                    Signature.of(new byte[Signature.BYTES]),
                    input.sequence())),
            good.outputs(),
            good.lockTime(),
            good.timestamp());
    assertThat(bad.txid()).isEqualTo(good.txid());
    for (int i = 0; i < 2; i++) {
      assertThat(intake.received(PEER, new NetworkMessage.TransactionBroadcast(bad, null)))
          .isPresent();
      assertThat(intake.received(PEER, new NetworkMessage.TransactionBroadcast(good, null)))
          .isEmpty();
    }
    assertThat(queue.size()).isEqualTo(2);
  }

  @Test
  void aVoteSeenBeforeDoesNotVouchForAForgedCopyOfIt() {
    for (int i = 0; i < 2; i++) {
      assertThat(intake.received(PEER, votes(vote(TXID)))).isEmpty();
      assertThat(intake.received(PEER, votes(vote(TXID), forged(TXID)))).isPresent();
    }
    assertThat(queue.size()).as("a relayed vote still says who has it").isEqualTo(2);
  }

  @Test
  void rememberedElementsAreTheLatest() {
    RecentSet<Integer> recent = new RecentSet<>(3);
    for (int i = 0; i < 5; i++) {
      recent.add(i);
      recent.add(i);
    }
    assertThat(recent.contains(1)).isFalse();
    assertThat(recent.contains(2) && recent.contains(3) && recent.contains(4)).isTrue();
  }
}
