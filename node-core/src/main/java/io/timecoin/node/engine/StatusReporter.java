package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.engine.health.Vitals;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.protocol.Health;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.StatusReport.Chain;
import io.timecoin.node.protocol.StatusReport.Participation;
import io.timecoin.node.protocol.StatusReport.Waiting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The node's one verdict with its reasons, and the figures behind it. */
final class StatusReporter {
  /** Most transactions a report names. */
  private static final int WAITING_MAX = 20;

  /** Voting takes milliseconds: only what is older is worth explaining. */
  private static final long WAITING_AFTER_MS = 200;

  private final Context context;
  private final Explainer explainer;
  private final OrphanPool orphans;
  private final BlockVoting blocks;
  private final CatchUp catchUp;
  private final Joining joining;
  private long startedMs = -1;

  StatusReporter(
      Context context,
      Explainer explainer,
      OrphanPool orphans,
      BlockVoting blocks,
      CatchUp catchUp,
      Joining joining) {
    this.joining = joining;
    this.blocks = blocks;
    this.catchUp = catchUp;
    this.context = context;
    this.explainer = explainer;
    this.orphans = orphans;
  }

  StatusReport report() {
    started();
    Set<PublicKey> online = online();
    Health health = health(online.size());
    return new StatusReport(
        context.genesis.network(),
        context.genesisHash,
        context.genesis.minFee(),
        context.chain.height(),
        context.config.version(),
        context.config.self(),
        context.nowMs - startedMs,
        context.peers.size(),
        online.size(),
        context.set.size(),
        context.set.quorum(),
        context.pool.size() - context.pool.waiting(),
        context.pool.waiting() + orphans.size(),
        context.finals.size(),
        context.utxos.size(),
        context.subscriptions.size(),
        context.equivocations.size() + context.blockEquivocations.size(),
        health.verdict(),
        health.reasons(),
        context.statistics.finality(),
        participation(online),
        chain(),
        waiting());
  }

  private Chain chain() {
    return new Chain(
        context.chain.tip(),
        context.chain.stateHash(),
        context.chain.tipTimestampMs(),
        blocks.round(),
        context.finals.unconfirmedSize(),
        catchUp.target(),
        joining.progress());
  }

  /** The first event's time is the start. */
  void started() {
    if (startedMs < 0) {
      startedMs = context.nowMs;
    }
  }

  private Set<PublicKey> online() {
    Set<PublicKey> online = new HashSet<>(context.peers.values());
    online.add(context.config.self());
    online.removeIf(key -> !context.set.contains(key));
    return online;
  }

  private Health health(int online) {
    long height = context.chain.height();
    boolean behind = joining.isUnderWay() || catchUp.isBehind();
    long target = behind ? catchUp.target() : height;
    return new Vitals(
            context.halted.keySet(),
            context.isMember(),
            context.durable,
            context.equivocations.size() + context.blockEquivocations.size(),
            new Vitals.Quorum(online, context.set.size(), context.set.quorum()),
            new Vitals.Chain(height, target, joining.progress()),
            context.conditions)
        .health();
  }

  private List<Participation> participation(Set<PublicKey> online) {
    List<Participation> all = new ArrayList<>();
    for (int member = 0; member < context.set.size(); member++) {
      Masternode masternode = context.set.members().get(member);
      Statistics.Voter voter = context.statistics.voter(member);
      all.add(
          new Participation(
              masternode.publicKey(),
              masternode.name(),
              online.contains(masternode.publicKey()),
              voter.prepares,
              voter.commits,
              voter.lastVoteMs,
              voter.prepareLatency.percentile(0.5)));
    }
    return all;
  }

  private List<Waiting> waiting() {
    return context.pool.all().stream()
        .filter(entry -> context.nowMs - entry.firstSeenMs >= WAITING_AFTER_MS)
        .limit(WAITING_MAX)
        .map(
            entry ->
                new Waiting(
                    entry.txid(), context.nowMs - entry.firstSeenMs, explainer.explain(entry)))
        .toList();
  }
}
