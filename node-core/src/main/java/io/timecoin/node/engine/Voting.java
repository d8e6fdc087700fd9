package io.timecoin.node.engine;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.TallyResult;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.utxo.Transition;
import io.timecoin.node.utxo.TransitionCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives this node's votes and counts everybody's. A vote is given once a phase and transaction, and
 * never the opposite of what the journal holds. Source: protocol.md 4.
 */
final class Voting {
  private final Context context;
  private final Finality finality;
  private final VotesAhead ahead;
  private final Fetcher fetcher;

  Voting(Context context, Finality finality, VotesAhead ahead, Fetcher fetcher) {
    this.context = context;
    this.finality = finality;
    this.ahead = ahead;
    this.fetcher = fetcher;
  }

  /** All inputs are unspent: takes them together and approves. */
  void lockAndPrepare(PendingTransaction entry) {
    TransitionCause lock = new TransitionCause.Lock(entry.txid(), context.nowSeconds());
    for (OutPoint input : entry.transaction.spends()) {
      if (context.utxos.apply(input, lock, context.nowMs) instanceof Transition.Refused refused) {
        throw new IllegalStateException(entry.txid() + " cannot lock " + input + ": " + refused);
      }
    }
    context.pool.locked(entry);
    castDue(entry);
    showApprovals(entry);
  }

  /** Gives the votes that the rules call for and that are not given yet. */
  void castDue(PendingTransaction entry) {
    if (!context.mayVote()) {
      return;
    }
    if (entry.locked && !entry.cast.contains(VotePhase.PREPARE)) {
      cast(entry, VotePhase.PREPARE);
    }
    boolean bound = entry.cast.contains(VotePhase.COMMIT) || entry.cast.contains(VotePhase.PROMISE);
    if (entry.prepared() && !bound) {
      cast(entry, VotePhase.COMMIT);
    }
  }

  private void cast(PendingTransaction entry, VotePhase phase) {
    entry.cast.add(phase);
    context.emit(new Action.CastVote(VoteStatement.approve(entry.txid(), phase)));
  }

  /** Own votes, signed: to the journal, into the tally, to every peer. */
  void own(List<SignedVote> votes) {
    for (SignedVote vote : votes) {
      context.persist(new JournalRecord.OwnVote(vote));
      context.ownVotes.add(vote);
      PendingTransaction entry = find(vote.statement().txid());
      if (entry != null) {
        context.peers.keySet().forEach(p -> entry.known(p).sent(context.self, phaseOf(vote)));
        count(entry, vote);
      }
    }
    List<SignedVote> plain = votes.stream().filter(v -> phaseOf(v) != VotePhase.PROMISE).toList();
    if (!plain.isEmpty()) {
      context.emit(new Action.ToAllPeers(new NetworkMessage.InstantFinalityVote(plain, List.of())));
    }
    if (plain.size() < votes.size()) {
      Releases.send(context, votes.stream().filter(v -> !plain.contains(v)).toList());
    }
  }

  /** Votes of a peer, verified. */
  void fromPeer(PeerId peer, List<SignedVote> votes) {
    for (SignedVote vote : votes) {
      int member = context.set.indexOf(vote.voter());
      if (member < 0) {
        context.emit(new Action.Misbehaved(peer, "vote of a key outside the masternode set"));
        continue;
      }
      fromPeer(peer, member, vote);
    }
  }

  private void fromPeer(PeerId peer, int member, SignedVote vote) {
    Txid txid = vote.statement().txid();
    PendingTransaction entry = find(txid);
    checkOwn(member, vote);
    if (entry != null) {
      entry.known(peer).vote(member, phaseOf(vote));
      if (context.memberOf(peer) == member) {
        context.statistics.direct(context.nowMs - entry.firstSeenMs);
      }
      count(entry, vote);
    } else if (context.finals.contains(txid)) {
      context.sendProof(peer, txid); // it votes on what has long been final: it lags
    } else if (context.chain.isReleased(txid)) {
      context.tellHeight(peer);
    } else if (!context.rejected.containsKey(txid)) {
      ahead.add(peer, vote);
      fetcher.want(txid, peer, context.nowMs);
    }
  }

  /** A vote of this key that this node does not remember: its store was lost, it must not vote. */
  private void checkOwn(int member, SignedVote vote) {
    Txid txid = vote.statement().txid();
    boolean decided = context.chain.includedAt(txid) != null || context.chain.isReleased(txid);
    if (member == context.self && !decided && !context.ownVotes.contains(vote.statement())) {
      context.halt(
          "a peer holds a vote of this node's key that its journal does not (store lost, or the key"
              + " is used twice)",
          null);
    }
  }

  private static VotePhase phaseOf(SignedVote vote) {
    return vote.statement().phase();
  }

  private @Nullable PendingTransaction find(Txid txid) {
    PendingTransaction pending = context.pool.get(txid);
    return pending != null ? pending : context.finals.recent(txid);
  }

  /** Counts the votes that came before the transaction did. */
  void countAhead(PendingTransaction entry) {
    for (VotesAhead.Held held : ahead.take(entry.txid())) {
      SignedVote vote = held.vote();
      entry.known(held.from()).vote(context.set.indexOf(vote.voter()), phaseOf(vote));
      count(entry, vote);
    }
  }

  /** Counts one vote, whoever brought it. */
  void count(PendingTransaction entry, SignedVote vote) {
    int member = context.set.indexOf(vote.voter());
    TallyResult result = entry.tally.add(vote);
    boolean added = counted(result);
    if (added) {
      long afterMs = context.nowMs - entry.firstSeenMs;
      if (phaseOf(vote) == VotePhase.PROMISE) {
        promised(entry);
      } else {
        entry.times.arrived(member, phaseOf(vote), afterMs);
        if (!context.replaying) {
          context.statistics.voted(member, phaseOf(vote), context.nowMs, afterMs);
        }
      }
      entry.nextRelayMs = Math.max(entry.nextRelayMs, context.nowMs + Gossip.relayAfterMs(context));
      context.changed.add(entry.txid());
      if (isApproval(vote)) {
        showApprovals(entry);
      }
    }
    follow(entry, result);
  }

  /** One honest masternode has known it contested for a lease: so does this one from now on. */
  private void promised(PendingTransaction entry) {
    if (entry.tally.approvals(VotePhase.PROMISE) > (context.set.size() - 1) / 3) {
      context.pool.contest(entry);
    }
  }

  private static boolean counted(TallyResult result) {
    return result instanceof TallyResult.Added
        || result instanceof TallyResult.Certified
        || result instanceof TallyResult.RejectedByQuorum;
  }

  private static boolean isApproval(SignedVote vote) {
    return phaseOf(vote) == VotePhase.PREPARE && vote.statement().decision() == Decision.APPROVE;
  }

  private void follow(PendingTransaction entry, TallyResult result) {
    switch (result) {
      case TallyResult.Certified certified -> certified(entry, certified.certificate());
      case TallyResult.Contradiction contradiction -> contradiction(contradiction.proof());
      case TallyResult.RejectedByQuorum _ -> {
        if (context.pool.contains(entry.txid())) {
          finality.reject(entry, Cause.CONFLICT_FINAL, entry.txid());
        }
      }
      case TallyResult.Added _, TallyResult.Duplicate _, TallyResult.UnknownVoter _ -> {}
    }
  }

  private void certified(PendingTransaction entry, VoteCertificate certificate) {
    if (!context.pool.contains(entry.txid())) {
      return; // final already; late votes complete the picture only
    }
    switch (certificate) {
      case VoteCertificate.Prepare prepare -> {
        context.persist(new JournalRecord.Prepared(prepare));
        castDue(entry);
      }
      case VoteCertificate.Finality proof -> finality.finalizeWith(entry, proof);
      case VoteCertificate.Release _ -> {} // counts in a decided block only
    }
  }

  private void contradiction(Equivocation proof) {
    String key = proof.voter() + ":" + proof.first().statement().txid();
    if (context.equivocations.putIfAbsent(key, proof) == null) {
      context.persist(new JournalRecord.Proof(proof));
      context.emit(new Action.Alarm("masternode " + proof.voter() + " contradicted itself"));
    }
  }

  private void showApprovals(PendingTransaction entry) {
    int approvals = entry.tally.approvals(VotePhase.PREPARE);
    if (!entry.locked || approvals == 0) {
      return;
    }
    var cause =
        new TransitionCause.Approval(
            entry.txid(), approvals, context.set.size(), context.nowSeconds());
    for (OutPoint input : entry.transaction.spends()) {
      context.utxos.apply(input, cause, context.nowMs);
    }
  }
}
