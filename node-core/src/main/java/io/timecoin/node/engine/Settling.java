package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.ledger.SettledUtxo;
import io.timecoin.node.ledger.Settlement;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves what blocks have decided out of memory: says when it is due, gathers it, and lets go of it
 * once the archive has it. Until then everything stays where it is, so a settlement that fails
 * costs nothing but another try.
 */
final class Settling {
  private static final long RETRY_MS = 5_000;

  private final Context context;
  private @Nullable Settlement underWay;
  private long notBeforeMs;

  Settling(Context context) {
    this.context = context;
  }

  /** Whether the chain should be settled as it stands now, before another block is applied. */
  boolean isDue() {
    long confirmed = context.finals.unsettled().size() - (long) context.finals.unconfirmedSize();
    return underWay == null
        && context.durable
        && context.nowMs >= notBeforeMs
        && context
            .config
            .settle()
            .isDue(context.chain.height(), context.chain.settledHeight(), confirmed);
  }

  /** What is to be archived and remembered, if it is due. */
  Optional<Cut> cut(BlockVoting blocks) {
    if (!isDue()) {
      return Optional.empty();
    }
    Settlement settlement = settlement();
    underWay = settlement;
    return Optional.of(new Cut(settlement, LiveRecords.of(context, blocks)));
  }

  private Settlement settlement() {
    List<SettledTransaction> transactions = new ArrayList<>();
    for (FinalTransactions.Entry entry : context.finals.unsettled()) {
      Long height = entry.blockHeight();
      if (height != null) {
        transactions.add(
            new SettledTransaction(
                entry.transaction(), entry.certificate(), entry.atMs(), height, entry.addresses()));
      }
    }
    return new Settlement(
        context.chain.toTip(),
        context.chain.unsettledBlocks(),
        transactions,
        utxos(),
        context.chain.unsettledReleases(),
        votes());
  }

  /** Every output of the chain that moved, without what votes have made of it since. */
  private List<SettledUtxo> utxos() {
    List<SettledUtxo> settled = new ArrayList<>();
    context.utxos.forEachMoved(
        entry -> {
          Long createdAt = context.chain.includedAt(entry.outPoint().txid());
          if (createdAt != null) {
            settled.add(new SettledUtxo(asOfChain(entry), createdAt));
          }
        });
    return settled;
  }

  private static UtxoEntry asOfChain(UtxoEntry entry) {
    return entry.state() instanceof UtxoState.Confirmed
        ? entry
        : new UtxoEntry(entry.outPoint(), entry.output(), UtxoState.UNSPENT);
  }

  /** On what is rejected: it may come again, and must not be voted on differently then. */
  private List<VoteStatement> votes() {
    return context.ownVotes.txids().stream()
        .filter(txid -> !isPending(txid) && !isDecided(txid))
        .filter(txid -> !context.bound.containsValue(txid)) // see LiveRecords
        .flatMap(txid -> context.ownVotes.of(txid).stream())
        .map(vote -> vote.statement())
        .toList();
  }

  private boolean isPending(Txid txid) {
    return context.pool.contains(txid) || context.finals.contains(txid) && !isDecided(txid);
  }

  private boolean isDecided(Txid txid) {
    return context.chain.includedAt(txid) != null || context.chain.isReleased(txid);
  }

  /** The archive has it. */
  void settled(long height) {
    Settlement settlement = Objects.requireNonNull(underWay);
    if (settlement.height() != height) {
      throw new IllegalArgumentException("settled " + height + ", not " + settlement.height());
    }
    underWay = null;
    context.utxos.settled(settlement.utxos().stream().map(SettledUtxo::entry).toList());
    context.finals.settled(settlement.transactions());
    context.chain.settled(settlement);
    settlement.votes().forEach(context.ownVotes::archived);
    settlement.transactions().forEach(settled -> context.ownVotes.decided(settled.txid()));
    settlement.releases().keySet().forEach(context.ownVotes::decided);
  }

  /** The archive refused it. */
  void failed() {
    underWay = null;
    notBeforeMs = context.nowMs + RETRY_MS;
  }
}
