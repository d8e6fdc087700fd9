package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.BlockProposal;
import io.timecoin.node.protocol.NetworkMessage.BlockVote;
import io.timecoin.node.protocol.NetworkMessage.Blocks;
import io.timecoin.node.protocol.NetworkMessage.ChainStatus;
import io.timecoin.node.protocol.NetworkMessage.GetBlocks;
import io.timecoin.node.protocol.NetworkMessage.ReleasePromise;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.tx.Transaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables of messages about blocks and releases. */
final class BlockMessages {
  static final Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> TABLES =
      Map.of(
          ReleasePromise.class, releasePromise(),
          BlockProposal.class, blockProposal(),
          BlockVote.class, blockVote(),
          ChainStatus.class, chainStatus(),
          GetBlocks.class, getBlocks(),
          Blocks.class, blocks());

  private BlockMessages() {}

  private static JsonCodec<Promise> promise() {
    ObjectCodec.Builder<Promise> o = ObjectCodec.of();
    Field<Promise, SignedVote> vote = o.required("vote", VoteShapes.VOTE, Promise::vote);
    Field<Promise, Transaction> conflict =
        o.required("conflict", TransactionShapes.TRANSACTION, Promise::conflict);
    return o.build(v -> new Promise(v.get(vote), v.get(conflict)));
  }

  private static ObjectCodec<ReleasePromise> releasePromise() {
    ObjectCodec.Builder<ReleasePromise> o = ObjectCodec.of();
    Field<ReleasePromise, List<Promise>> promises =
        o.required(
            "promises",
            JsonLists.list(promise(), FrameLimits.PROMISES_MAX),
            ReleasePromise::promises);
    return o.build(v -> new ReleasePromise(v.get(promises)));
  }

  private static ObjectCodec<BlockProposal> blockProposal() {
    ObjectCodec.Builder<BlockProposal> o = ObjectCodec.of();
    Field<BlockProposal, Proposal> proposal =
        o.required("proposal", BlockShapes.PROPOSAL, BlockProposal::proposal);
    Field<BlockProposal, Candidate> candidate =
        o.required("candidate", BlockShapes.CANDIDATE, BlockProposal::candidate);
    Field<BlockProposal, List<SignedBlockVote>> polka =
        o.usually("polka", List.of(), BlockShapes.VOTES, BlockProposal::polka);
    return o.build(v -> new BlockProposal(v.get(proposal), v.get(candidate), v.get(polka)));
  }

  private static ObjectCodec<BlockVote> blockVote() {
    ObjectCodec.Builder<BlockVote> o = ObjectCodec.of();
    Field<BlockVote, List<SignedBlockVote>> votes =
        o.required("votes", BlockShapes.VOTES, BlockVote::votes);
    return o.build(v -> new BlockVote(v.get(votes)));
  }

  private static ObjectCodec<ChainStatus> chainStatus() {
    ObjectCodec.Builder<ChainStatus> o = ObjectCodec.of();
    Field<ChainStatus, Long> height =
        o.required("height", JsonNumbers.NON_NEGATIVE, ChainStatus::height);
    Field<ChainStatus, Hash256> hash = o.required("hash", ValueShapes.HASH, ChainStatus::hash);
    return o.build(v -> new ChainStatus(v.get(height), v.get(hash)));
  }

  private static ObjectCodec<GetBlocks> getBlocks() {
    ObjectCodec.Builder<GetBlocks> o = ObjectCodec.of();
    Field<GetBlocks, Long> from =
        o.optional(
            "from",
            JsonNumbers.NON_NEGATIVE,
            m -> m.select() instanceof BlockSelector.From f ? f.height() : null);
    Field<GetBlocks, Hash256> hash =
        o.optional(
            "hash",
            ValueShapes.HASH,
            m -> m.select() instanceof BlockSelector.WithHash w ? w.hash() : null);
    Field<GetBlocks, Txid> txid =
        o.optional(
            "txid",
            ValueShapes.TXID,
            m -> m.select() instanceof BlockSelector.With w ? w.txid() : null);
    Field<GetBlocks, Integer> limit = o.required("limit", JsonNumbers.COUNT, GetBlocks::limit);
    Field<GetBlocks, String> requestId = ValueShapes.requestId(o, GetBlocks::requestId);
    return o.build(
        v ->
            new GetBlocks(
                selector(v.find(from), v.find(hash), v.find(txid)),
                v.get(limit),
                v.find(requestId)));
  }

  private static BlockSelector selector(
      @Nullable Long from, @Nullable Hash256 hash, @Nullable Txid txid) {
    if (Stream.of(from, hash, txid).filter(given -> given != null).count() > 1) {
      throw new IllegalArgumentException("only one of from, hash and txid may be given");
    }
    if (from != null) {
      return new BlockSelector.From(from);
    }
    if (hash != null) {
      return new BlockSelector.WithHash(hash);
    }
    return txid != null ? new BlockSelector.With(txid) : new BlockSelector.Newest();
  }

  private static JsonCodec<BlockRecord> record() {
    ObjectCodec.Builder<BlockRecord> o = ObjectCodec.of();
    Field<BlockRecord, DecidedBlock> decided =
        o.required("decided", BlockShapes.DECIDED, BlockRecord::decided);
    Field<BlockRecord, List<Transaction>> transactions =
        o.required(
            "transactions",
            JsonLists.list(TransactionShapes.TRANSACTION, Block.TRANSACTIONS_MAX),
            BlockRecord::transactions);
    return o.build(v -> new BlockRecord(v.get(decided), v.get(transactions)));
  }

  private static ObjectCodec<Blocks> blocks() {
    ObjectCodec.Builder<Blocks> o = ObjectCodec.of();
    Field<Blocks, List<BlockRecord>> records =
        o.required("blocks", JsonLists.list(record(), FrameLimits.BLOCKS_MAX), Blocks::blocks);
    Field<Blocks, Long> height = o.required("height", JsonNumbers.NON_NEGATIVE, Blocks::height);
    Field<Blocks, String> requestId = ValueShapes.requestId(o, Blocks::requestId);
    return o.build(v -> new Blocks(v.get(records), v.get(height), v.find(requestId)));
  }
}
