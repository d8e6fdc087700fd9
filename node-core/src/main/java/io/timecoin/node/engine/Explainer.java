package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.protocol.WaitingReason.NextEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says why a transaction is not final, and what happens next. */
final class Explainer {
  /** Why a released transaction is refused, wherever it comes from. */
  static final String RELEASED =
      "a block released it because masternodes were split between it and another payment of the"
          + " same coins: it can never be final, its coins are free again";

  private final Context context;

  Explainer(Context context) {
    this.context = context;
  }

  /** The reason as it stands now. */
  WaitingReason explain(PendingTransaction entry) {
    Cause cause = entry.waitCause;
    if (!entry.locked && cause != null && entry.certificate == null) {
      return waiting(entry, cause);
    }
    List<Txid> conflicts = context.pool.conflictsOf(entry);
    if (!conflicts.isEmpty() && !entry.prepared()) {
      return contested(entry, conflicts);
    }
    if (context.isMember() && !context.mayVote() && !context.replaying) {
      return new WaitingReason(
          Cause.NOT_VOTING, List.of(), missing(entry), "this node does not vote: see its status");
    }
    return quorum(entry);
  }

  private WaitingReason waiting(PendingTransaction entry, Cause cause) {
    NextEvent next =
        switch (cause) {
          case PARENT -> NextEvent.PARENT_FINAL;
          case FUTURE_TIMESTAMP -> NextEvent.CLOCK;
          case CONFLICT -> NextEvent.CONFLICT_ENDS;
          default -> null;
        };
    Long nextAtMs =
        switch (cause) {
          case FUTURE_TIMESTAMP ->
              (entry.transaction.timestamp() - InputRules.AHEAD_SECONDS_MAX) * 1000;
          case CONFLICT -> nextOfContest(entry);
          default -> null;
        };
    return new WaitingReason(
        cause, entry.waitsFor, List.of(), sentence(cause, entry.waitsFor), next, nextAtMs);
  }

  /** When the lease of the earliest of those that contest each other is over. */
  private long nextOfContest(PendingTransaction entry) {
    return Math.max(
        entry.firstSeenMs + context.genesis.lockLease().toMillis(),
        context.chain.tipTimestampMs() + context.genesis.blockInterval().toMillis());
  }

  private WaitingReason contested(PendingTransaction entry, List<Txid> conflicts) {
    int promises = entry.tally.approvals(VotePhase.PROMISE);
    boolean promised = promises >= context.set.quorum();
    long promiseAtMs = Releases.promiseDueMs(context, entry);
    boolean waitsForLease = context.nowMs < promiseAtMs;
    String next =
        promised
            ? "the next block releases one of them"
            : waitsForLease
                ? "after "
                    + (promiseAtMs - context.nowMs + 999) / 1000
                    + " s masternodes begin to release what no quorum voted for"
                : promises + " of " + context.set.quorum() + " masternodes promised to release it";
    return new WaitingReason(
        Cause.CONTESTED,
        conflicts,
        missing(entry),
        "another payment spends the same coins and masternodes are split between them; " + next,
        promised || !waitsForLease ? NextEvent.BLOCK : NextEvent.PROMISE,
        promised || !waitsForLease
            ? Math.max(
                context.nowMs,
                context.chain.tipTimestampMs() + context.genesis.blockInterval().toMillis())
            : promiseAtMs);
  }

  private WaitingReason quorum(PendingTransaction entry) {
    VotePhase phase = entry.prepared() ? VotePhase.COMMIT : VotePhase.PREPARE;
    int held = entry.tally.approvals(phase);
    List<PublicKey> missing = missing(entry);
    String offline = missing.isEmpty() ? "" : "; not connected: " + names(missing);
    return new WaitingReason(
        Cause.QUORUM,
        List.of(),
        missing,
        held
            + " of "
            + context.set.quorum()
            + " needed "
            + phase.wireName()
            + " votes"
            + offline
            + ". It goes on by itself as soon as enough masternodes vote",
        NextEvent.QUORUM,
        null);
  }

  /** Members that have not voted in the current phase and are not connected. */
  private List<PublicKey> missing(PendingTransaction entry) {
    VotePhase phase = entry.prepared() ? VotePhase.COMMIT : VotePhase.PREPARE;
    Set<PublicKey> online = new HashSet<>(context.peers.values());
    online.add(context.config.self());
    List<PublicKey> missing = new ArrayList<>();
    for (int member = 0; member < context.set.size(); member++) {
      PublicKey key = context.set.members().get(member).publicKey();
      if (entry.tally.vote(member, phase) == null && !online.contains(key)) {
        missing.add(key);
      }
    }
    return missing;
  }

  private String names(List<PublicKey> keys) {
    return String.join(
        ", ",
        context.set.members().stream()
            .filter(member -> keys.contains(member.publicKey()))
            .map(Masternode::name)
            .toList());
  }

  private static String sentence(Cause cause, List<Txid> related) {
    return switch (cause) {
      case PARENT -> "its coins come from " + related + ", which is not final yet";
      case CONFLICT -> "its coins are locked by " + related + ", which is not final yet";
      case FUTURE_TIMESTAMP -> "its timestamp is ahead of this node's clock; it is tried again";
      case QUORUM -> "masternodes are voting";
      case NOT_VOTING -> "this node does not vote: see its status";
      case CONTESTED -> "masternodes are split between it and " + related;
      case RELEASED -> RELEASED;
      case CONFLICT_FINAL -> "a final transaction spent the same coins: " + related;
      case PARENT_REJECTED -> "its parent was rejected: " + related;
      case INVALID -> "it breaks a rule of the network";
    };
  }

  /** Why it will never be final, in one sentence. */
  static String rejected(Rejection rejection) {
    return sentence(rejection.cause(), List.of(rejection.because()));
  }

  /** The same as a value. */
  static WaitingReason reason(Rejection rejection) {
    return new WaitingReason(
        rejection.cause(), List.of(rejection.because()), List.of(), rejected(rejection));
  }
}
