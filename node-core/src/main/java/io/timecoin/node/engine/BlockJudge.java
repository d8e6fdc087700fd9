package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockHeader;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether a proposed block is valid on this node's chain. The proofs a candidate carries are
 * verified before it gets here. Source: protocol.md 5.
 */
final class BlockJudge {
  /** How far a block's time may be ahead of this node's clock before it has to wait. */
  private static final long AHEAD_MS_MAX = 10_000;

  /** What the judge says. */
  sealed interface Verdict {
    /** It may be voted for. */
    record Valid() implements Verdict {}

    /** It must not. */
    record Invalid(String reason) implements Verdict {}

    /** It contradicts what is final here: must not be voted for, and somebody lies. */
    record Contradicts(String reason) implements Verdict {}

    /**
     * Not yet known: its time is ahead, or these transactions or their certificates are missing.
     */
    record Open(Set<Txid> missing) implements Verdict {}
  }

  private final Context context;
  private final Bodies bodies;

  BlockJudge(Context context, Bodies bodies) {
    this.context = context;
    this.bodies = bodies;
  }

  Verdict judge(Candidate candidate) {
    Block block = candidate.block();
    Optional<String> fault = header(block);
    if (fault.isPresent()) {
      return new Verdict.Invalid(fault.get());
    }
    if (block.header().timestampMs() > context.nowMs + AHEAD_MS_MAX) {
      return new Verdict.Open(Set.of());
    }
    Optional<String> release = releases(block);
    if (release.isPresent()) {
      return new Verdict.Invalid(release.get());
    }
    Optional<String> contradiction = contradiction(block);
    return contradiction.isPresent()
        ? new Verdict.Contradicts(contradiction.get())
        : transactions(candidate);
  }

  private Optional<String> header(Block block) {
    BlockHeader header = block.header();
    long intervalMs = context.genesis.blockInterval().toMillis();
    long waitMs = block.isEmpty() ? BlockBuilder.EMPTY_AFTER_INTERVALS * intervalMs : intervalMs;
    if (header.height() != context.chain.height() + 1
        || !header.parent().equals(context.chain.tip())) {
      return Optional.of("it does not follow the last block");
    }
    if (header.timestampMs() < context.chain.tipTimestampMs() + waitMs) {
      return Optional.of("it comes before its time");
    }
    if (!header.state().equals(context.chain.stateHash())) {
      return Optional.of("its state hash is not that of the last block's state");
    }
    return context.set.contains(header.proposer())
        ? Optional.empty()
        : Optional.of("its proposer is no masternode");
  }

  private Optional<String> releases(Block block) {
    return block.releases().stream()
        .filter(t -> context.chain.includedAt(t) != null || context.chain.isReleased(t))
        .findFirst()
        .map(txid -> "it releases " + txid + ", which a block has decided on");
  }

  /** A finality certificate held here that the block goes against. */
  private Optional<String> contradiction(Block block) {
    for (Txid txid : block.releases()) {
      if (context.finals.contains(txid)) {
        return Optional.of("it releases " + txid + ", which is final");
      }
    }
    for (Txid txid : block.transactions()) {
      Optional<Transaction> body = bodies.find(txid);
      Optional<Txid> rival = body.flatMap(context::finalRival);
      if (rival.isPresent()) {
        return Optional.of("it includes " + txid + ", but " + rival.get() + " is final");
      }
    }
    return Optional.empty();
  }

  private Verdict transactions(Candidate candidate) {
    Block block = candidate.block();
    Set<Txid> proven = new HashSet<>();
    candidate.prepared().stream().map(VoteCertificate.Prepare::txid).forEach(proven::add);
    Set<Txid> missing = new HashSet<>();
    List<Transaction> found = new ArrayList<>();
    for (Txid txid : block.transactions()) {
      Optional<Transaction> body = bodies.find(txid);
      if (body.isEmpty() || !proven.contains(txid) && !isProven(txid)) {
        missing.add(txid);
      } else {
        found.add(body.get());
      }
    }
    if (!missing.isEmpty()) {
      return new Verdict.Open(missing);
    }
    BlockPlan plan = BlockPlan.of(context, found);
    return plan.refusal()
        .<Verdict>map(Verdict.Invalid::new)
        .orElseGet(() -> coinbase(block, plan.fees()));
  }

  private boolean isProven(Txid txid) {
    PendingTransaction pending = context.pool.get(txid);
    return context.finals.contains(txid) || pending != null && pending.prepared();
  }

  private Verdict coinbase(Block block, Amount fees) {
    BlockHeader header = block.header();
    Amount minted = Rewards.minted(context.genesis, context.chain.supply());
    Coinbase expected =
        Rewards.coinbase(
            context.genesis,
            header.height(),
            header.timestampMs(),
            header.proposer(),
            minted,
            fees);
    return block.coinbase().equals(expected)
        ? new Verdict.Valid()
        : new Verdict.Invalid("its coinbase pays out something else than reward and fees");
  }
}
