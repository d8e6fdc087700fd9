package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.protocol.WaitingReason.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says why a transaction is not final, and what happens next. */
final class Explainer {
  private final Context context;

  Explainer(Context context) {
    this.context = context;
  }

  /** The reason as it stands now. */
  WaitingReason explain(PendingTransaction entry) {
    Cause cause = entry.waitCause;
    if (!entry.locked && cause != null && entry.certificate == null) {
      return new WaitingReason(cause, entry.waitsFor, List.of(), sentence(cause, entry.waitsFor));
    }
    List<Txid> conflicts = context.pool.conflictsOf(entry);
    if (!conflicts.isEmpty() && !entry.prepared()) {
      return new WaitingReason(
          Cause.CONFLICT,
          conflicts,
          missing(entry),
          "another payment spends the same coins; masternodes are split until one of them is"
              + " final");
    }
    if (context.isMember() && !context.mayVote() && !context.replaying) {
      return new WaitingReason(
          Cause.NOT_VOTING, List.of(), missing(entry), "this node does not vote: see its status");
    }
    return quorum(entry);
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
            + ". It goes on by itself as soon as enough masternodes vote");
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
