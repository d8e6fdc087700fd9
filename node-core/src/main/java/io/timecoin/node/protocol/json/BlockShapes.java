package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.BlockEquivocation;
import io.timecoin.node.block.BlockHeader;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.TxOutput;
import java.util.Arrays;
import java.util.List;

/** The JSON of blocks and of what is said about them. Nothing here is verified. */
public final class BlockShapes {
  private static final JsonCodec<BlockPhase> PHASE =
      JsonTexts.named(Arrays.asList(BlockPhase.values()), BlockPhase::wireName);
  private static final JsonCodec<List<Txid>> TXIDS =
      JsonLists.list(ValueShapes.TXID, Block.TRANSACTIONS_MAX);

  /** {@code height}, {@code round}, {@code phase}, and {@code block}: a hash or null. */
  public static final JsonCodec<BlockStatement> STATEMENT = statement();

  /** Statement, voter and signature in one flat object. */
  public static final JsonCodec<SignedBlockVote> VOTE = vote();

  /** At most one vote of each masternode there may be. */
  public static final JsonCodec<List<SignedBlockVote>> VOTES =
      JsonLists.list(VOTE, FrameLimits.BLOCK_VOTES_MAX);

  /** {@code valid_round} is null where there is none. */
  public static final JsonCodec<Proposal> PROPOSAL = proposal();

  /** Header fields and content in one flat object; the Merkle root is computed, not sent. */
  public static final JsonCodec<Block> BLOCK = block();

  /** {@code {"block","prepared","releases"}}. */
  public static final JsonCodec<Candidate> CANDIDATE = candidate();

  /** {@code {"block","certificate"}}. */
  public static final JsonCodec<DecidedBlock> DECIDED = decided();

  /** {@code {"first","second"}}. */
  public static final JsonCodec<BlockEquivocation> EQUIVOCATION = equivocation();

  private BlockShapes() {}

  private static JsonCodec<BlockStatement> statement() {
    ObjectCodec.Builder<BlockStatement> o = ObjectCodec.of();
    Field<BlockStatement, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, BlockStatement::height);
    Field<BlockStatement, Integer> round =
        o.required("round", JsonNumbers.COUNT, BlockStatement::round);
    Field<BlockStatement, BlockPhase> phase = o.required("phase", PHASE, BlockStatement::phase);
    Field<BlockStatement, Hash256> block =
        o.nullable("block", ValueShapes.HASH, BlockStatement::block);
    return o.build(
        v -> new BlockStatement(v.get(height), v.get(round), v.get(phase), v.find(block)));
  }

  private static JsonCodec<SignedBlockVote> vote() {
    ObjectCodec.Builder<SignedBlockVote> o = ObjectCodec.of();
    Field<SignedBlockVote, PublicKey> voter =
        o.required("voter", ValueShapes.PUBLIC_KEY, SignedBlockVote::voter);
    Field<SignedBlockVote, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, vote -> vote.statement().height());
    Field<SignedBlockVote, Integer> round =
        o.required("round", JsonNumbers.COUNT, vote -> vote.statement().round());
    Field<SignedBlockVote, BlockPhase> phase =
        o.required("phase", PHASE, vote -> vote.statement().phase());
    Field<SignedBlockVote, Hash256> block =
        o.nullable("block", ValueShapes.HASH, vote -> vote.statement().block());
    Field<SignedBlockVote, Signature> signature =
        o.required("signature", ValueShapes.SIGNATURE, SignedBlockVote::signature);
    return o.build(
        v ->
            new SignedBlockVote(
                v.get(voter),
                new BlockStatement(v.get(height), v.get(round), v.get(phase), v.find(block)),
                v.get(signature)));
  }

  private static JsonCodec<Proposal> proposal() {
    ObjectCodec.Builder<Proposal> o = ObjectCodec.of();
    Field<Proposal, Long> height = o.required("height", JsonNumbers.NON_NEGATIVE, Proposal::height);
    Field<Proposal, Integer> round = o.required("round", JsonNumbers.COUNT, Proposal::round);
    Field<Proposal, Integer> valid =
        o.nullable(
            "valid_round",
            JsonNumbers.COUNT,
            p -> p.validRound() == Proposal.NO_ROUND ? null : p.validRound());
    Field<Proposal, Hash256> block = o.required("block", ValueShapes.HASH, Proposal::block);
    Field<Proposal, PublicKey> proposer =
        o.required("proposer", ValueShapes.PUBLIC_KEY, Proposal::proposer);
    Field<Proposal, Signature> signature =
        o.required("signature", ValueShapes.SIGNATURE, Proposal::signature);
    return o.build(
        v -> {
          Integer since = v.find(valid);
          return new Proposal(
              v.get(height),
              v.get(round),
              since == null ? Proposal.NO_ROUND : since,
              v.get(block),
              v.get(proposer),
              v.get(signature));
        });
  }

  private static JsonCodec<Block> block() {
    ObjectCodec.Builder<Block> o = ObjectCodec.of();
    Field<Block, Long> height = o.required("height", JsonNumbers.NON_NEGATIVE, Block::height);
    Field<Block, Hash256> parent = o.required("parent", ValueShapes.HASH, b -> b.header().parent());
    Field<Block, Long> timestamp =
        o.required("timestamp_ms", JsonNumbers.NON_NEGATIVE, b -> b.header().timestampMs());
    Field<Block, PublicKey> proposer =
        o.required("proposer", ValueShapes.PUBLIC_KEY, b -> b.header().proposer());
    Field<Block, Hash256> state =
        o.required("state_hash", ValueShapes.HASH, b -> b.header().state());
    Field<Block, List<TxOutput>> coinbase =
        o.required(
            "coinbase",
            JsonLists.list(TransactionShapes.OUTPUT, FrameLimits.MASTERNODES_MAX),
            b -> b.coinbase().outputs());
    Field<Block, List<Txid>> transactions = o.required("transactions", TXIDS, Block::transactions);
    Field<Block, List<Txid>> releases = o.required("releases", TXIDS, Block::releases);
    return o.build(
        v ->
            read(
                new Block.Place(
                    v.get(height), v.get(parent), v.get(timestamp), v.get(proposer), v.get(state)),
                v.get(coinbase),
                v.get(transactions),
                v.get(releases)));
  }

  /** The coinbase has the block's height and time; lists that are not in order are refused. */
  private static Block read(
      Block.Place place, List<TxOutput> outputs, List<Txid> transactions, List<Txid> releases) {
    long seconds = Math.floorDiv(place.timestampMs(), 1000);
    Coinbase coinbase = new Coinbase((int) place.height(), seconds, outputs);
    BlockHeader header = Block.of(place, coinbase, transactions, releases).header();
    return new Block(header, coinbase, transactions, releases);
  }

  private static JsonCodec<Candidate> candidate() {
    ObjectCodec.Builder<Candidate> o = ObjectCodec.of();
    Field<Candidate, Block> block = o.required("block", BLOCK, Candidate::block);
    Field<Candidate, List<VoteCertificate.Prepare>> prepared =
        o.required(
            "prepared",
            JsonLists.list(VoteShapes.PREPARE, Block.TRANSACTIONS_MAX),
            Candidate::prepared);
    Field<Candidate, List<VoteCertificate.Release>> releases =
        o.required(
            "releases",
            JsonLists.list(VoteShapes.RELEASE, Block.TRANSACTIONS_MAX),
            Candidate::releases);
    return o.build(v -> new Candidate(v.get(block), v.get(prepared), v.get(releases)));
  }

  private static JsonCodec<BlockCertificate> certificate() {
    ObjectCodec.Builder<BlockCertificate> o = ObjectCodec.of();
    Field<BlockCertificate, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, BlockCertificate::height);
    Field<BlockCertificate, Integer> round =
        o.required("round", JsonNumbers.COUNT, BlockCertificate::round);
    Field<BlockCertificate, Hash256> block =
        o.required("block", ValueShapes.HASH, BlockCertificate::block);
    Field<BlockCertificate, List<SignedBlockVote>> precommits =
        o.required("precommits", VOTES, BlockCertificate::precommits);
    return o.build(
        v -> new BlockCertificate(v.get(height), v.get(round), v.get(block), v.get(precommits)));
  }

  private static JsonCodec<DecidedBlock> decided() {
    ObjectCodec.Builder<DecidedBlock> o = ObjectCodec.of();
    Field<DecidedBlock, Block> block = o.required("block", BLOCK, DecidedBlock::block);
    Field<DecidedBlock, BlockCertificate> certificate =
        o.required("certificate", certificate(), DecidedBlock::certificate);
    return o.build(v -> new DecidedBlock(v.get(block), v.get(certificate)));
  }

  private static JsonCodec<BlockEquivocation> equivocation() {
    ObjectCodec.Builder<BlockEquivocation> o = ObjectCodec.of();
    Field<BlockEquivocation, SignedBlockVote> first =
        o.required("first", VOTE, BlockEquivocation::first);
    Field<BlockEquivocation, SignedBlockVote> second =
        o.required("second", VOTE, BlockEquivocation::second);
    return o.build(v -> new BlockEquivocation(v.get(first), v.get(second)));
  }
}
