package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers {@code GetBlocks}: decided blocks with their bodies, within the size of a frame. */
final class BlockRecords {
  /** Rough size of one answer, well inside a frame. */
  private static final int ANSWER_BYTES = 2 << 20;

  private static final int BYTES_A_TXID = 70;
  private static final int BYTES_A_PRECOMMIT = 400;

  private BlockRecords() {}

  static NetworkMessage.Blocks answer(Context context, NetworkMessage.GetBlocks request) {
    int limit = Math.clamp(request.limit(), 1, FrameLimits.BLOCKS_MAX);
    List<BlockRecord> records = new ArrayList<>();
    long height = first(context, request.select(), limit);
    boolean one =
        request.select() instanceof BlockSelector.WithHash
            || request.select() instanceof BlockSelector.With;
    int room = ANSWER_BYTES;
    boolean whole = height >= context.config.archive().firstWholeHeight();
    boolean served = one || whole || !(request.select() instanceof BlockSelector.From);
    DecidedBlock decided = served ? context.chain.block(height) : null; // not to a peer in vain
    while (decided != null && records.size() < (one ? 1 : limit)) {
      room -= sizeOf(decided);
      if (room < 0 && !records.isEmpty()) {
        break;
      }
      List<Transaction> bodies = new ArrayList<>();
      for (Txid txid : decided.block().transactions()) {
        FinalTransactions.Entry entry = context.finals.get(txid);
        if (entry != null && room > 0) {
          room -= 4 * entry.transaction().canonicalBytes().length;
          bodies.add(entry.transaction());
        }
      }
      records.add(new BlockRecord(decided, bodies));
      decided = context.chain.block(++height);
    }
    return new NetworkMessage.Blocks(records, context.chain.height(), request.requestId());
  }

  private static long first(Context context, BlockSelector select, int limit) {
    return switch (select) {
      case BlockSelector.From from -> from.height();
      case BlockSelector.Newest _ -> Math.max(1, context.chain.height() - limit + 1);
      case BlockSelector.WithHash with -> heightOf(context.chain.block(with.hash()));
      case BlockSelector.With with -> {
        Long included = context.chain.includedAt(with.txid());
        yield orNone(included != null ? included : context.chain.releasedAt(with.txid()));
      }
    };
  }

  private static long heightOf(@Nullable DecidedBlock decided) {
    return decided == null ? 0 : decided.height();
  }

  private static long orNone(@Nullable Long height) {
    return height == null ? 0 : height;
  }

  private static int sizeOf(DecidedBlock decided) {
    Block block = decided.block();
    return decided.certificate().precommits().size() * BYTES_A_PRECOMMIT
        + (block.transactions().size() + block.releases().size()) * BYTES_A_TXID
        + block.coinbase().outputs().size() * BYTES_A_TXID;
  }
}
