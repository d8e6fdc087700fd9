package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Promises never to commit what has been contested for a lease, so that a block can release it.
 * Nothing here ends a lock. Source: protocol.md 4.5.
 */
final class Releases {
  private static final long LOOK_MS = 100;

  private final Context context;
  private final Admission admission;
  private final Voting voting;
  private long dueMs;

  Releases(Context context, Admission admission, Voting voting) {
    this.context = context;
    this.admission = admission;
    this.voting = voting;
  }

  void tick() {
    if (context.nowMs < dueMs || !context.mayVote()) {
      return;
    }
    dueMs = context.nowMs + LOOK_MS;
    for (PendingTransaction entry : context.pool.contested()) {
      if (mayPromise(entry)) {
        entry.cast.add(VotePhase.PROMISE);
        context.emit(new Action.CastVote(VoteStatement.approve(entry.txid(), VotePhase.PROMISE)));
      }
    }
  }

  private boolean mayPromise(PendingTransaction entry) {
    return !entry.prepared()
        && !entry.cast.contains(VotePhase.COMMIT)
        && !entry.cast.contains(VotePhase.PROMISE)
        && context.nowMs >= promiseDueMs(context, entry)
        && evidence(context, entry).isPresent();
  }

  /**
   * Milliseconds since 1970 from which this node may promise: a lease after it knew the
   * transaction, two for the lowest of those that contest it, so that usually one survives.
   */
  static long promiseDueMs(Context context, PendingTransaction entry) {
    boolean lowest =
        context.pool.conflictsOf(entry).stream().allMatch(c -> entry.txid().compareTo(c) < 0);
    return entry.firstSeenMs + (lowest ? 2 : 1) * context.genesis.lockLease().toMillis();
  }

  /** A transaction that spends one of the same coins, or empty if none is known. */
  static Optional<Transaction> evidence(Context context, PendingTransaction entry) {
    for (Txid conflict : context.pool.conflictsOf(entry)) {
      PendingTransaction other = context.pool.get(conflict);
      if (other != null) {
        return Optional.of(other.transaction);
      }
    }
    return Optional.ofNullable(entry.conflict);
  }

  /** Own promises, on disk by the time they leave. */
  static void send(Context context, List<SignedVote> votes) {
    List<Promise> promises = new ArrayList<>();
    for (SignedVote vote : votes) {
      PendingTransaction entry = context.pool.get(vote.statement().txid());
      if (entry != null) {
        evidence(context, entry).ifPresent(conflict -> promises.add(new Promise(vote, conflict)));
      }
    }
    if (!promises.isEmpty()) {
      context.emit(new Action.ToAllPeers(new NetworkMessage.ReleasePromise(promises)));
    }
  }

  /** A peer's or relayed promises: the conflict is taken as if it had been broadcast. */
  void received(PeerId peer, NetworkMessage.ReleasePromise message) {
    for (Promise promise : message.promises()) {
      Source source = new Source.Peer(peer);
      if (!context.pool.contains(promise.conflict().txid())) {
        admission.receive(promise.conflict(), source);
      }
      PendingTransaction entry = context.pool.get(promise.vote().statement().txid());
      if (entry != null && shares(entry.transaction, promise.conflict())) {
        entry.conflict = entry.conflict == null ? promise.conflict() : entry.conflict;
        context.pool.contest(entry);
      }
      voting.fromPeer(peer, List.of(promise.vote()));
    }
  }

  private static boolean shares(Transaction a, Transaction b) {
    return a.spends().stream().anyMatch(b.spends()::contains);
  }
}
