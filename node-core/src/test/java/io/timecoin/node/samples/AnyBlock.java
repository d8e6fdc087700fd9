package io.timecoin.node.samples;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.AgreementMemory;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The values about blocks of {@link Anything}; signatures and hashes are random. */
public final class AnyBlock {
  private final Random random;
  private final Anything anything;

  /** Draws from this source. */
  public AnyBlock(Random random) {
    this.random = random;
    this.anything = new Anything(random);
  }

  List<Supplier<NetworkMessage>> messages() {
    return List.of(
        () -> new NetworkMessage.ReleasePromise(list(this::promise)),
        () -> new NetworkMessage.BlockProposal(proposal(), candidate(), list(this::vote)),
        () -> new NetworkMessage.BlockVote(list(this::vote)),
        () -> new NetworkMessage.ChainStatus(random.nextInt(9), hash()),
        () -> new NetworkMessage.GetBlocks(selector(), random.nextInt(100), null),
        () -> new NetworkMessage.Blocks(list(this::record), random.nextInt(9), "r"),
        () -> new NetworkMessage.GetCheckpoint("r"),
        () -> new NetworkMessage.CheckpointOffer(random.nextInt(9), list(this::hash), "r"),
        () -> new NetworkMessage.GetCheckpointChunk(random.nextInt(9), random.nextInt(9), null),
        () ->
            new NetworkMessage.CheckpointChunk(random.nextInt(9), random.nextInt(9), "AAEC", null));
  }

  private Promise promise() {
    return new Promise(
        Stream.generate(anything::vote)
            .filter(vote -> vote.statement().phase().wireName().equals("promise"))
            .findFirst()
            .orElseThrow(),
        anything.transaction());
  }

  /** Any statement, nil ones too. */
  public BlockStatement statement() {
    return new BlockStatement(
        1 + random.nextInt(9),
        random.nextInt(9),
        BlockPhase.values()[random.nextInt(2)],
        random.nextBoolean() ? hash() : null);
  }

  /** Any vote. */
  public SignedBlockVote vote() {
    return new SignedBlockVote(key(), statement(), signature());
  }

  /** Any proposal. */
  public Proposal proposal() {
    int round = random.nextInt(9);
    return new Proposal(
        1 + random.nextInt(9), round, random.nextInt(round + 1) - 1, hash(), key(), signature());
  }

  /** Any well-formed block that includes these. */
  public Block block(List<Transaction> included) {
    long height = 1L + random.nextInt(1_000);
    long timestampMs = random.nextLong() >>> 20;
    Block.Place place = new Block.Place(height, hash(), timestampMs, key(), hash());
    List<TxOutput> outputs =
        list(
            () ->
                new TxOutput(
                    Amount.ofUnits(1 + random.nextInt(9)),
                    anything.transaction().outputs().getFirst().address()));
    Coinbase coinbase = new Coinbase((int) height, Math.floorDiv(timestampMs, 1000), outputs);
    List<Txid> txids = included.stream().map(Transaction::txid).distinct().toList();
    return Block.of(place, coinbase, txids, list(() -> Txid.of(bytes(Txid.BYTES))));
  }

  /** Any candidate. */
  public Candidate candidate() {
    Block block = block(list(anything::transaction));
    return new Candidate(
        block,
        block.transactions().stream()
            .limit(1)
            .map(txid -> new VoteCertificate.Prepare(txid, list(anything::vote)))
            .toList(),
        block.releases().stream()
            .map(txid -> new VoteCertificate.Release(txid, list(anything::vote)))
            .toList());
  }

  /** Any block with a certificate of random signatures. */
  public DecidedBlock decided(List<Transaction> included) {
    Block block = block(included);
    return new DecidedBlock(
        block,
        new BlockCertificate(block.height(), random.nextInt(9), block.hash(), list(this::vote)));
  }

  private BlockRecord record() {
    List<Transaction> included = list(anything::transaction);
    return new BlockRecord(decided(included), included);
  }

  /** Any memory. */
  public AgreementMemory memory() {
    return new AgreementMemory(
        1 + random.nextInt(9),
        random.nextInt(9),
        random.nextInt(9) - 1,
        random.nextBoolean() ? hash() : null,
        random.nextInt(9) - 1,
        random.nextBoolean() ? hash() : null,
        list(this::vote),
        list(this::statement));
  }

  private BlockSelector selector() {
    return switch (random.nextInt(4)) {
      case 0 -> new BlockSelector.From(1 + random.nextInt(9));
      case 1 -> new BlockSelector.WithHash(hash());
      case 2 -> new BlockSelector.With(Txid.of(bytes(Txid.BYTES)));
      default -> new BlockSelector.Newest();
    };
  }

  private Hash256 hash() {
    return Hash256.of(bytes(Hash256.BYTES));
  }

  private PublicKey key() {
    return PublicKey.of(bytes(PublicKey.BYTES));
  }

  private Signature signature() {
    return Signature.of(bytes(Signature.BYTES));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> List<T> list(Supplier<T> element) {
    return Stream.generate(element).limit(random.nextInt(4)).toList();
  }
}
