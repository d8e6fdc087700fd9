package io.timecoin.node.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.ledger.Archive;
import io.timecoin.node.ledger.MemoryArchive;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.ledger.Settlement;
import io.timecoin.node.runtime.LoneMasternode;
import io.timecoin.node.store.StoreException;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive on a real disk against the one in memory, fed with what a real engine settles. */
final class RocksArchiveTest {
  private static final long CACHE_BYTES = 8L << 20;
  private static final Hash256 GENESIS = LoneMasternode.genesis().hash();
  private static final long START_MS = LoneMasternode.genesis().timestamp() * 1000 + 60_000;

  @TempDir Path folder;

  private RocksArchive open() throws StoreException {
    return RocksArchive.open(folder, GENESIS, CACHE_BYTES);
  }

  private static void settle(LoneChain chain, RocksArchive rocks, MemoryArchive memory)
      throws StoreException {
    Cut cut = chain.cuts.getLast();
    rocks.settle(cut.settlement(), chain.cuts.size() + 1L);
    memory.settle(cut.settlement());
    chain.on(new EngineEvent.Settled(cut.height()));
  }

  private static Map<OutPoint, UtxoEntry> utxos(Archive archive) {
    Map<OutPoint, UtxoEntry> all = new HashMap<>();
    archive.forEachUtxo(utxo -> all.put(utxo.outPoint(), utxo));
    return all;
  }

  private static List<SettledTransaction> transactions(Archive archive) {
    List<SettledTransaction> all = new ArrayList<>();
    archive.forEachTransaction(all::add);
    return all;
  }

  private static void assertSame(Archive rocks, Archive memory) {
    assertThat(rocks.tip().orElseThrow().stateHash())
        .isEqualTo(memory.tip().orElseThrow().stateHash());
    assertThat(utxos(rocks)).isEqualTo(utxos(memory)).hasSize((int) rocks.utxoCount());
    assertThat(transactions(rocks))
        .hasSameElementsAs(transactions(memory))
        .hasSize((int) rocks.transactionCount());
    Set<Address> addresses = new HashSet<>();
    for (UtxoEntry utxo : utxos(memory).values()) {
      addresses.add(utxo.output().address());
      assertThat(rocks.utxo(utxo.outPoint())).contains(utxo);
      assertThat(rocks.includedAt(utxo.outPoint().txid()))
          .isEqualTo(memory.includedAt(utxo.outPoint().txid()));
    }
    for (Address address : addresses) {
      assertThat(rocks.outPointsOf(address)).hasSameElementsAs(memory.outPointsOf(address));
      assertThat(rocks.history(address, null, 100))
          .hasSameElementsAs(memory.history(address, null, 100));
    }
    for (long height = 1; height <= memory.tip().orElseThrow().height(); height++) {
      Hash256 hash = memory.block(height).orElseThrow().block().hash();
      assertThat(rocks.block(height)).isEqualTo(memory.block(height));
      assertThat(rocks.heightOf(hash)).isEqualTo(height);
    }
  }

  @Test
  void holdsWhatTheEngineSettledAlsoAfterItIsOpenedAgain() throws Exception {
    MemoryArchive memory = new MemoryArchive();
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      for (int block = 1; block <= 4; block++) {
        chain.pay(2 * block);
        chain.pay(2 * block + 1);
        chain.reach(block);
        settle(chain, rocks, memory);
      }
      assertSame(rocks, memory);
      assertThat(rocks.tip().orElseThrow().stateHash()).isEqualTo(chain.engine.stateHash());
    }
    try (RocksArchive again = open()) {
      assertSame(again, memory);
      assertThat(again.journalFile()).isEqualTo(5);
    }
  }

  @Test
  void anEngineGoesOnFromArchiveAndLiveRecords() throws Exception {
    Transaction settled;
    Transaction unconfirmed;
    LoneChain before;
    Cut cut;
    int cutAt;
    try (RocksArchive rocks = open()) {
      before = new LoneChain(rocks, List.of(), START_MS);
      settled = before.pay(0);
      before.reach(1);
      cut = before.cuts.getLast();
      cutAt = before.journal.size();
      rocks.settle(cut.settlement(), 2);
      unconfirmed = before.pay(1); // only the journal behind the cut knows it
    }
    try (RocksArchive rocks = open()) {
      List<JournalRecord> records = new ArrayList<>(cut.live());
      records.addAll(before.journal.subList(cutAt, before.journal.size()));
      LoneChain after = new LoneChain(rocks, records, before.nowMs());
      assertThat(after.engine.height()).isEqualTo(1);
      assertThat(after.engine.stateHash()).isEqualTo(before.engine.stateHash());
      assertThat(after.engine.knowsFinal(settled.txid())).isTrue();
      assertThat(after.engine.knowsFinal(unconfirmed.txid())).isTrue();
      assertThat(after.engine.finalTxids()).containsExactly(settled.txid(), unconfirmed.txid());
      assertThat(after.engine.utxo(settled.spends().getFirst()).orElseThrow().state())
          .isInstanceOf(UtxoState.Confirmed.class);
      assertThat(after.engine.utxo(unconfirmed.spends().getFirst()).orElseThrow().state())
          .isInstanceOf(UtxoState.SpentFinalized.class);
      after.reach(2);
      assertThat(after.engine.utxo(unconfirmed.spends().getFirst()).orElseThrow().state())
          .isInstanceOf(UtxoState.Confirmed.class);
    }
  }

  @Test
  void theSameSettlementAgainAndALargerOneComeToTheSame() throws Exception {
    MemoryArchive memory = new MemoryArchive();
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      chain.pay(0);
      chain.reach(1);
      Settlement first = chain.cuts.getLast().settlement();
      rocks.settle(first, 2);
      rocks.settle(first, 2);
      memory.settle(first);
      assertSame(rocks, memory);
      chain.on(new EngineEvent.SettlingFailed()); // for all the engine knows
      chain.pay(1);
      chain.reach(2);
      chain.on(new EngineEvent.SettlingFailed());
      chain.reach(3);
      Settlement larger = chain.cuts.getLast().settlement();
      assertThat(larger.blocks().size()).isGreaterThan(1);
      rocks.settle(larger, 3);
      memory.settle(larger);
      assertSame(rocks, memory);
    }
  }

  @Test
  void historyComesInPagesNewestFirst() throws Exception {
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      MemoryArchive memory = new MemoryArchive();
      for (int block = 1; block <= 3; block++) {
        chain.pay(block);
        chain.reach(block);
        settle(chain, rocks, memory);
      }
      Address owner = LoneMasternode.OWNER;
      List<Txid> all = rocks.history(owner, null, 10);
      assertThat(all).hasSize(3).isEqualTo(memory.history(owner, null, 10));
      assertThat(rocks.history(owner, all.getFirst(), 1)).containsExactly(all.get(1));
      assertThat(rocks.history(owner, all.getLast(), 5)).isEmpty();
      assertThat(rocks.history(owner, new Txid(7, 7, 7, 7), 5)).isEmpty();
    }
  }

  @Test
  void keepsVotesOnWhatIsInNoBlock() throws Exception {
    VoteStatement vote = VoteStatement.approve(new Txid(1, 2, 3, 4), VotePhase.PREPARE);
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      chain.pay(0);
      chain.reach(1);
      Settlement s = chain.cuts.getLast().settlement();
      rocks.settle(
          new Settlement(
              s.tip(), s.blocks(), s.transactions(), s.utxos(), s.releases(), List.of(vote)),
          2);
      assertThat(rocks.votes(vote.txid())).containsExactly(vote);
      assertThat(rocks.votes(new Txid(1, 2, 3, 5))).isEmpty();
    }
  }

  @Test
  void refusesASecondUserAnotherNetworkAndANewerProgram() throws Exception {
    try (RocksArchive rocks = open()) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(this::open)
          .satisfies(e -> assertThat(e.fault()).isEqualTo(StoreException.Fault.LOCKED));
      Schema.check(rocks.database(), folder, GENESIS, List.of(_ -> {}, _ -> {}));
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining("has version 3, this program knows 1");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> RocksArchive.open(folder, new Hash256(1, 1, 1, 1), CACHE_BYTES))
        .withMessageContaining("of another network");
  }

  @Test
  void bringsAnOlderFormUpStepByStepAndOnlyOnce() throws Exception {
    List<Integer> ran = new ArrayList<>();
    try (RocksArchive rocks = open()) {
      List<Schema.Step> steps = List.of(_ -> ran.add(1), _ -> ran.add(2));
      Schema.check(rocks.database(), folder, GENESIS, steps);
      Schema.check(rocks.database(), folder, GENESIS, steps);
    }
    assertThat(ran).containsExactly(1, 2);
  }

  private static Verifier.Report verified(RocksArchive rocks) throws StoreException {
    return new Verifier(rocks, LoneMasternode.genesis(), _ -> {}).verify();
  }

  @Test
  void verifyFindsNothingInAGoodArchiveAndNamesWhatIsWrongInABadOne() throws Exception {
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      Transaction payment = chain.pay(0);
      chain.reach(1);
      rocks.settle(chain.cuts.getLast().settlement(), 2);
      Verifier.Report good = verified(rocks);
      assertThat(good.faults()).isEmpty();
      assertThat(good.blocks()).isEqualTo(1);
      assertThat(good.transactions()).isEqualTo(1);
      assertThat(good.unspent()).isEqualTo(good.outputs() - 1);
      try (Database.Batch batch = rocks.database().batch()) {
        batch.delete(Family.UTXOS, Keys.of(payment.outPoint(0)));
        batch.write();
      }
      Verifier.Report bad = verified(rocks);
      assertThat(bad.faultCount()).isEqualTo(3);
      assertThat(String.join(" ", bad.faults()))
          .contains("index of addresses", "the supply is", "the state hash");
    }
  }

  @Test
  void pruningDropsWhatIsSpentAndKeepsWhatProvesABalance() throws Exception {
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      MemoryArchive memory = new MemoryArchive();
      Transaction parent = chain.pay(0);
      chain.reach(1);
      settle(chain, rocks, memory);
      Transaction child = chain.spend(parent);
      chain.reach(2);
      settle(chain, rocks, memory);
      chain.pay(1);
      chain.reach(3);
      settle(chain, rocks, memory);

      Pruner.Result result = new Pruner(rocks).pruneBefore(3, () -> false);

      assertThat(result).isEqualTo(new Pruner.Result(2, 2, 1));
      assertThat(verified(rocks).faults()).isEmpty();
      assertThat(rocks.utxo(parent.outPoint(0))).isEmpty();
      assertThat(rocks.transaction(parent.txid())).isEmpty();
      assertThat(rocks.includedAt(parent.txid())).isEqualTo(1);
      assertThat(rocks.transaction(child.txid()))
          .as("its output is unspent")
          .isEqualTo(memory.transaction(child.txid()));
      assertThat(rocks.firstWholeHeight()).isEqualTo(3);
      assertThat(rocks.tip().orElseThrow().stateHash())
          .isEqualTo(memory.tip().orElseThrow().stateHash());
      assertThat(new Pruner(rocks).pruneBefore(3, () -> false))
          .isEqualTo(new Pruner.Result(0, 0, 0));
    }
  }

  /** An archive of three blocks, one payment each. */
  private LoneChain threeBlocks(RocksArchive rocks) throws StoreException {
    LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
    MemoryArchive memory = new MemoryArchive();
    for (int block = 1; block <= 3; block++) {
      chain.pay(block);
      chain.reach(block);
      settle(chain, rocks, memory);
    }
    return chain;
  }

  @Test
  void theStateGoesThroughAFileAndTheChainGoesOnFromIt(@TempDir Path other) throws Exception {
    Path file = other.resolve("state.zip");
    LoneChain before;
    try (RocksArchive rocks = open()) {
      before = threeBlocks(rocks);
      assertThat(CheckpointFile.write(rocks, LoneMasternode.genesis(), file).height()).isEqualTo(3);
    }
    try (RocksArchive into = RocksArchive.open(other.resolve("archive"), GENESIS, CACHE_BYTES)) {
      CheckpointFile.Result result = CheckpointFile.read(into, LoneMasternode.genesis(), file);
      assertThat(result.stateHash()).isEqualTo(before.engine.stateHash().toString());
      assertThat(verified(into).faults()).isEmpty();
      LoneChain after = new LoneChain(into, List.of(), before.nowMs());
      after.pay(7);
      after.reach(4);
      assertThat(after.engine.block(4)).isPresent();
      assertThat(after.engine.block(2)).as("before the checkpoint").isEmpty();
    }
  }

  @Test
  void anInstallationThatIsCutShortIsForgotten(@TempDir Path other) throws Exception {
    List<byte[]> parts = new ArrayList<>();
    try (RocksArchive rocks = open()) {
      threeBlocks(rocks);
      Parts.write(rocks.database(), (_, bytes) -> parts.add(bytes));
    }
    try (RocksArchive into = RocksArchive.open(other, GENESIS, CACHE_BYTES)) {
      new Installation(into).add(parts.getFirst());
      assertThat(utxos(into)).isNotEmpty();
    }
    try (RocksArchive into = RocksArchive.open(other, GENESIS, CACHE_BYTES)) {
      assertThat(utxos(into)).isEmpty();
      assertThat(into.tip()).isEmpty();
    }
  }

  @Test
  void aCheckpointIsReadBackAsWrittenAndOnlyTheNewestTwoStay(@TempDir Path other) throws Exception {
    Checkpoints checkpoints = new Checkpoints(other);
    try (RocksArchive rocks = open()) {
      LoneChain chain = new LoneChain(rocks, List.of(), START_MS);
      MemoryArchive memory = new MemoryArchive();
      for (int block = 1; block <= 3; block++) {
        chain.pay(block);
        chain.reach(block);
        settle(chain, rocks, memory);
        checkpoints.write(rocks);
      }
      Checkpoints.Checkpoint newest = new Checkpoints(other).newest().orElseThrow();
      assertThat(newest).isEqualTo(checkpoints.newest().orElseThrow());
      assertThat(newest.height()).isEqualTo(3);
      assertThat(checkpoints.chunk(1, 0)).isEmpty();
      byte[] part = checkpoints.chunk(3, 0).orElseThrow();
      assertThat(Hash256.of(Hashes.sha3(part))).isEqualTo(newest.chunks().getFirst());
    }
  }

  @Test
  void whatIsNoPartIsRefused(@TempDir Path other) throws Exception {
    try (RocksArchive into = RocksArchive.open(other, GENESIS, CACHE_BYTES)) {
      Installation installation = new Installation(into);
      for (byte[] part : List.of(new byte[] {1, 2, 3}, new byte[0], deflated(new byte[] {9}))) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> installation.add(part));
      }
    }
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(1, true))) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }
}
