package io.timecoin.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.AgreementMemory;
import io.timecoin.node.block.BlockEquivocation;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.samples.AnyBlock;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  private static final Hash256 GENESIS = new Hash256(1, 2, 3, 4);
  private static final SigningKey KEY = SigningKey.of(new byte[32]);
  private static final Txid PARENT = new Txid(1, 1, 1, 1);

  @TempDir Path folder;

  private Journal open() throws StoreException {
    return Journal.open(folder, GENESIS, KEY.publicKey());
  }

  private static List<JournalRecord> contents(Journal journal) throws StoreException {
    List<JournalRecord> records = new ArrayList<>();
    journal.replay(1, records::add);
    return records;
  }

  private static Transaction transaction() {
    return TransactionSigner.sign(
        GENESIS,
        List.of(new TransactionSigner.Spend(new OutPoint(PARENT, 0), KEY)),
        List.of(
            new TxOutput(
                Amount.ofTime(1),
                Hashes.addressOf(Network.DEVNET.addressVersion(), KEY.publicKey()))),
        1_700_000_000);
  }

  private static SignedVote vote(Txid txid, VotePhase phase, Decision decision) {
    return VoteSignatures.sign(KEY, GENESIS, List.of(new VoteStatement(txid, phase, decision)))
        .getFirst();
  }

  private static SignedBlockVote blockVote(@Nullable Hash256 block) {
    return SignedBlockVote.sign(KEY, GENESIS, new BlockStatement(7, 2, BlockPhase.PREVOTE, block));
  }

  private static List<JournalRecord> oneOfEach() {
    Transaction transaction = transaction();
    Txid txid = transaction.txid();
    SignedVote prepare = vote(txid, VotePhase.PREPARE, Decision.APPROVE);
    SignedVote reject = vote(txid, VotePhase.PREPARE, Decision.REJECT);
    SignedVote commit = vote(txid, VotePhase.COMMIT, Decision.APPROVE);
    VoteCertificate.Finality finality = new VoteCertificate.Finality(txid, List.of(commit));
    AnyBlock blocks = new AnyBlock(new Random(1));
    SignedBlockVote nil = blockVote(null);
    return List.of(
        new JournalRecord.KeptCandidate(blocks.candidate()),
        new JournalRecord.OwnProposal(blocks.proposal()),
        new JournalRecord.BlockMemory(AgreementMemory.none(7)),
        new JournalRecord.BlockMemory(blocks.memory()),
        new JournalRecord.Decided(blocks.decided(List.of(transaction)), List.of(transaction), 6),
        new JournalRecord.BlockProof(new BlockEquivocation(nil, blockVote(GENESIS))),
        new JournalRecord.Contested(transaction.txid(), transaction),
        new JournalRecord.Admitted(transaction, true, 1_700_000_000_001L),
        new JournalRecord.Admitted(transaction, false, 1_700_000_000_002L),
        new JournalRecord.OwnVote(prepare),
        new JournalRecord.Prepared(new VoteCertificate.Prepare(txid, List.of(prepare))),
        new JournalRecord.Finalized(finality, null, 3),
        new JournalRecord.Finalized(finality, transaction, 4),
        new JournalRecord.Rejected(txid, WaitingReason.Cause.CONFLICT_FINAL, PARENT, 5),
        new JournalRecord.Halted("the key is used twice", null),
        new JournalRecord.Halted("two certificates", finality),
        new JournalRecord.Proof(new Equivocation(prepare, reject)));
  }

  private static JournalRecord rejected(long number) {
    return new JournalRecord.Rejected(
        new Txid(number, 0, 0, 0), WaitingReason.Cause.CONFLICT_FINAL, PARENT, number);
  }

  @Test
  void everyKindOfRecordComesBackAsItWas() throws Exception {
    List<JournalRecord> written = oneOfEach();
    assertThat(written.stream().<Class<?>>map(JournalRecord::getClass).distinct())
        .containsExactlyInAnyOrder(JournalRecord.class.getPermittedSubclasses());
    try (Journal journal = open()) {
      journal.append(written);
    }
    try (Journal journal = open()) {
      assertThat(contents(journal)).isEqualTo(written);
    }
  }

  @Test
  void aBatchIsTakenBackWholeOrNotAtAll() throws Exception {
    try (Journal journal = open()) {
      journal.append(List.of(rejected(1)));
      journal.append(List.of(rejected(2), rejected(3), rejected(4)));
    }
    Path file = Segment.fileOf(folder, 1);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    try (Journal journal = open()) {
      assertThat(journal.tornTail()).isPresent();
      assertThat(contents(journal)).containsExactly(rejected(1));
    }
  }

  @Test
  void aHugeBatchIsSplitAndComesBackInOrder() throws Exception {
    List<JournalRecord> batch = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      batch.add(rejected(i));
    }
    try (Journal journal = open()) {
      journal.append(batch);
      assertThat(contents(journal)).isEqualTo(batch);
    }
  }

  @Test
  void anUnreadableRecordInAGoodFrameIsDamageToo() throws Exception {
    open().close();
    try (SegmentedLog log =
        SegmentedLog.open(Disk.REAL, folder, GENESIS, KEY.publicKey(), 1 << 20)) {
      log.append(List.of("[{\"record\":\"riddle\"}]".getBytes(StandardCharsets.UTF_8)));
    }
    try (Journal journal = open()) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> contents(journal))
          .withMessageContaining("at byte " + SegmentHeader.BYTES)
          .withRootCauseInstanceOf(IllegalArgumentException.class)
          .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.CORRUPT));
    }
  }

  @Test
  void theFolderIsFreeAgainWhenTheJournalIsClosedOrCouldNotBeOpened() throws Exception {
    Journal first = open();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.LOCKED));
    first.close();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Journal.open(folder, new Hash256(9, 9, 9, 9), KEY.publicKey()))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.FOREIGN));
    open().close();
  }

  @Test
  void aFolderThatCannotBeUsedIsNamedWithItsRemedy() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Journal.open(file.resolve("below"), GENESIS, KEY.publicKey()))
        .withMessageContaining(file.toString())
        .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.DISK));
  }
}
