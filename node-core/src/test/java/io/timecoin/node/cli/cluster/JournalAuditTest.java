package io.timecoin.node.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalAuditTest {
  private static final SigningKey KEY = SigningKey.of(new byte[32]);
  private static final Hash256 GENESIS = Hash256.of(new byte[32]);
  private static final Transaction ONE = payment(1);
  private static final Transaction OTHER = payment(2);

  private final JournalAudit.Votes votes = new JournalAudit.Votes();

  private static Transaction payment(long units) {
    OutPoint same = new OutPoint(Txid.parse("ab".repeat(32)), 0);
    TxOutput output =
        new TxOutput(Amount.ofUnits(units), Hashes.addressOf(AddressVersion.TEST, KEY.publicKey()));
    return TransactionSigner.sign(
        GENESIS, List.of(new TransactionSigner.Spend(same, KEY)), List.of(output), 0);
  }

  private void admit(Transaction transaction) {
    votes.take(new JournalRecord.Admitted(transaction, true, 0));
  }

  private void vote(Transaction transaction, VotePhase phase, Decision decision) {
    VoteStatement statement = new VoteStatement(transaction.txid(), phase, decision);
    votes.take(
        new JournalRecord.OwnVote(
            VoteSignatures.sign(KEY, GENESIS, List.of(statement)).getFirst()));
  }

  @Test
  void prepareAndCommitOfOnePaymentAreInOrder() {
    admit(ONE);
    vote(ONE, VotePhase.PREPARE, Decision.APPROVE);
    vote(ONE, VotePhase.COMMIT, Decision.APPROVE);
    vote(ONE, VotePhase.PREPARE, Decision.APPROVE);
    assertThat(votes.found()).isEmpty();
  }

  @Test
  void approvalAndRejectionOfOnePaymentAreFound() {
    admit(ONE);
    vote(ONE, VotePhase.PREPARE, Decision.APPROVE);
    vote(ONE, VotePhase.PREPARE, Decision.REJECT);
    assertThat(votes.found()).hasSize(1);
  }

  @Test
  void approvalsOfConflictingPaymentsAreFound() {
    admit(ONE);
    vote(ONE, VotePhase.PREPARE, Decision.APPROVE);
    admit(OTHER);
    vote(OTHER, VotePhase.PREPARE, Decision.APPROVE);
    assertThat(votes.found()).hasSize(1);
  }

  @Test
  void approvalAfterTheOtherWasRejectedIsInOrder() {
    admit(ONE);
    vote(ONE, VotePhase.PREPARE, Decision.APPROVE);
    votes.take(
        new JournalRecord.Rejected(
            ONE.txid(), WaitingReason.Cause.CONFLICT_FINAL, OTHER.txid(), 0));
    admit(OTHER);
    vote(OTHER, VotePhase.PREPARE, Decision.APPROVE);
    assertThat(votes.found()).isEmpty();
  }
}
