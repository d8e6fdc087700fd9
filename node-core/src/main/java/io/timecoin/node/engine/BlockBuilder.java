package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.tx.Coinbase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the next block together out of what this node holds: final transactions that no block
 * includes, contested ones on their prepare certificate, and releases with q promises. Source:
 * protocol.md 4.5, 5.
 */
final class BlockBuilder {
  /** Without content a block is made after so many intervals. Source: protocol.md 5. */
  static final int EMPTY_AFTER_INTERVALS = 30;

  /** What became final less long ago may not be known to the others yet. */
  private static final long SETTLE_MS = 100;

  /** Proofs of one block: a proposal must fit a frame. */
  private static final int PROOF_BYTES_MAX = 2 << 20;

  private static final int BYTES_A_VOTE = 1_000;

  private final Context context;

  BlockBuilder(Context context) {
    this.context = context;
  }

  /** Milliseconds since 1970 from which the next block may be made, if there is content for it. */
  long dueMs() {
    return context.chain.tipTimestampMs() + context.genesis.blockInterval().toMillis();
  }

  /** The same for a block of nothing. */
  long emptyDueMs() {
    return context.chain.tipTimestampMs()
        + EMPTY_AFTER_INTERVALS * context.genesis.blockInterval().toMillis();
  }

  /** Whether a block is to be agreed on now. */
  boolean isDue() {
    return context.nowMs >= dueMs() && (hasContent() || context.nowMs >= emptyDueMs());
  }

  private boolean hasContent() {
    Txid oldest = context.finals.oldestUnconfirmed();
    return oldest != null && isSettled(oldest) || !prepared().isEmpty() || !released().isEmpty();
  }

  private boolean isSettled(Txid txid) {
    FinalTransactions.Entry entry = context.finals.get(txid);
    return entry != null && context.nowMs - entry.atMs() >= SETTLE_MS;
  }

  /** The block, or empty when there is nothing to put into it yet. */
  Optional<Candidate> build() {
    BlockPlan plan = new BlockPlan(context);
    for (Txid txid : context.finals.unconfirmed(Block.TRANSACTIONS_MAX)) {
      FinalTransactions.Entry entry = context.finals.get(txid);
      if (entry != null && isSettled(txid)) {
        plan.add(entry.transaction());
      }
    }
    List<VoteCertificate.Prepare> prepares = new ArrayList<>();
    for (PendingTransaction entry : prepared()) {
      int before = plan.transactions().size();
      if (before < Block.TRANSACTIONS_MAX && plan.add(entry.transaction).isEmpty()) {
        if (plan.transactions().size() > before) {
          prepares.add(
              new VoteCertificate.Prepare(entry.txid(), entry.tally.held(VotePhase.PREPARE)));
        }
      }
    }
    List<VoteCertificate.Release> releases =
        released().stream()
            .filter(entry -> prepares.stream().noneMatch(p -> p.txid().equals(entry.txid())))
            .map(e -> new VoteCertificate.Release(e.txid(), e.tally.held(VotePhase.PROMISE)))
            .sorted((a, b) -> a.txid().compareTo(b.txid()))
            .toList();
    List<Txid> txids = plan.transactions().stream().map(t -> t.txid()).toList();
    boolean empty = txids.isEmpty() && releases.isEmpty();
    return empty && context.nowMs < emptyDueMs()
        ? Optional.empty()
        : Optional.of(new Candidate(block(plan, txids, releases), prepares, releases));
  }

  private Block block(BlockPlan plan, List<Txid> txids, List<VoteCertificate.Release> releases) {
    boolean empty = txids.isEmpty() && releases.isEmpty();
    long height = context.chain.height() + 1;
    long timestampMs = Math.max(context.nowMs, empty ? emptyDueMs() : dueMs());
    Amount minted = Rewards.minted(context.genesis, context.chain.supply());
    Coinbase coinbase =
        Rewards.coinbase(
            context.genesis, height, timestampMs, context.config.self(), minted, plan.fees());
    return Block.of(
        new Block.Place(
            height,
            context.chain.tip(),
            timestampMs,
            context.config.self(),
            context.chain.stateHash()),
        coinbase,
        txids,
        releases.stream().map(VoteCertificate.Release::txid).toList());
  }

  /** Contested ones that could not become final by votes within a lease. */
  private List<PendingTransaction> prepared() {
    long leaseMs = context.genesis.lockLease().toMillis();
    return context.pool.contested().stream()
        .filter(entry -> entry.prepared() && context.nowMs - entry.firstSeenMs >= leaseMs)
        .limit(proofsMax())
        .toList();
  }

  /** Those that q masternodes promised not to commit. */
  private List<PendingTransaction> released() {
    return context.pool.contested().stream()
        .filter(entry -> entry.tally.approvals(VotePhase.PROMISE) >= context.set.quorum())
        .limit(proofsMax())
        .toList();
  }

  /** Half of the proofs for each kind. */
  private int proofsMax() {
    return Math.max(1, PROOF_BYTES_MAX / 2 / (context.set.size() * BYTES_A_VOTE));
  }
}
