package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.InputRules.Verdict;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes transactions in: refused, waiting, or locked and voted on. What waits is looked at again
 * when something it waits for changed. Source: protocol.md 4.1.
 */
final class Admission {
  private final Context context;
  private final InputRules rules;
  private final Voting voting;
  private final Finality finality;
  private final OrphanPool orphans;
  private final Fetcher fetcher;

  Admission(
      Context context, Voting voting, Finality finality, OrphanPool orphans, Fetcher fetcher) {
    this.context = context;
    this.rules = new InputRules(context);
    this.voting = voting;
    this.finality = finality;
    this.orphans = orphans;
    this.fetcher = fetcher;
  }

  /** A transaction whose signatures are verified. */
  void receive(Transaction transaction, Source source) {
    Txid txid = transaction.txid();
    PendingTransaction known = context.pool.get(txid);
    if (known != null || context.finals.contains(txid)) {
      knownAlready(known != null ? known : context.finals.recent(txid), txid, source);
      if (known == null && source instanceof Source.Peer peer) {
        context.sendProofOfOld(peer.peer(), txid);
      }
      return;
    }
    if (context.chain.isReleased(txid)) {
      released(txid, source);
      return;
    }
    Rejection rejection = context.rejected.get(txid);
    if (rejection != null) {
      context.refuse(source, error(source, ErrorCode.REJECTED, Explainer.rejected(rejection)));
      if (source instanceof Source.Peer peer) {
        context.sendProof(peer.peer(), rejection.because());
      }
      return;
    }
    admit(transaction, source);
  }

  private void released(Txid txid, Source source) {
    context.refuse(source, error(source, ErrorCode.REJECTED, Explainer.RELEASED));
    if (source instanceof Source.Peer peer) {
      context.sendProof(peer.peer(), txid);
    }
  }

  private void knownAlready(@Nullable PendingTransaction entry, Txid txid, Source source) {
    if (entry != null) {
      note(entry, source);
      context.changed.add(txid);
    }
    accept(txid, source);
  }

  private void note(PendingTransaction entry, Source source) {
    switch (source) {
      case Source.Wallet wallet -> entry.submittedBy(wallet.client());
      case Source.Peer peer -> entry.known(peer.peer()).body = true;
    }
  }

  private void accept(Txid txid, Source source) {
    if (source instanceof Source.Wallet wallet) {
      context.reply(source, new NetworkMessage.TransactionAccepted(txid, wallet.requestId()));
    }
  }

  private void admit(Transaction transaction, Source source) {
    switch (rules.check(transaction)) {
      case Verdict.Ready ready -> take(transaction, source, ready.fee(), Optional.empty());
      case Verdict.Waits waits -> take(transaction, source, waits.fee(), Optional.of(waits));
      case Verdict.Orphan orphan -> orphan(transaction, source, orphan.parents());
      case Verdict.Invalid invalid -> invalid(source, invalid);
      case Verdict.Conflicts conflict -> conflicts(source, conflict);
      case Verdict.ParentRejected parent ->
          context.refuse(
              source,
              error(source, ErrorCode.REJECTED, "its parent " + parent.parent() + " was rejected"));
    }
  }

  private void take(
      Transaction transaction, Source source, Amount fee, Optional<Verdict.Waits> waits) {
    PendingTransaction entry = context.pending(transaction, context.nowMs);
    entry.fee = fee;
    if (context.pool.isCrowded(transaction)) {
      String message = "too many transactions spend the same coins already";
      context.refuse(source, error(source, ErrorCode.POOL_FULL, message));
      return;
    }
    if (context.pool.isFull() && !makeRoom(entry)) {
      String message = "the pool is full of transactions that pay at least this fee rate";
      context.refuse(source, error(source, ErrorCode.POOL_FULL, message));
      return;
    }
    waits.ifPresent(w -> waitFor(entry, w.cause(), w.related()));
    context.pool.add(entry);
    note(entry, source);
    accept(transaction.txid(), source);
    if (source instanceof Source.Wallet) {
      context.emit(
          new Action.ToAllPeers(new NetworkMessage.TransactionBroadcast(transaction, null)));
      context.peers.keySet().forEach(peer -> entry.known(peer).body = true);
    }
    enter(entry);
  }

  /** Journals a new entry, locks it if it is ready, and counts the votes that came ahead of it. */
  private void enter(PendingTransaction entry) {
    boolean ready = entry.waitCause == null;
    context.persist(new JournalRecord.Admitted(entry.transaction, ready, context.nowMs));
    entry.persisted = true;
    context.changed.add(entry.txid());
    if (ready) {
      voting.lockAndPrepare(entry);
    }
    voting.countAhead(entry);
    orphans.takeChildrenOf(entry.txid()).forEach(o -> receive(o.transaction(), o.source()));
  }

  private boolean makeRoom(PendingTransaction newcomer) {
    Optional<PendingTransaction> cheapest = context.pool.cheapestWaitingBelow(newcomer.feeRate());
    cheapest.ifPresent(context.pool::remove);
    return cheapest.isPresent();
  }

  private void orphan(Transaction transaction, Source source, List<Txid> parents) {
    switch (source) {
      case Source.Wallet _ ->
          context.refuse(
              source,
              error(
                  source,
                  ErrorCode.UNKNOWN_OUTPOINT,
                  "no known transaction " + parents.getFirst() + " made that input"));
      case Source.Peer peer -> {
        orphans.add(OrphanPool.Orphan.of(transaction, source, context.nowMs));
        parents.forEach(parent -> fetcher.want(parent, peer.peer(), context.nowMs));
      }
    }
  }

  private void invalid(Source source, Verdict.Invalid invalid) {
    // no score for a peer: it may have taken the transaction before its parent was known to it
    context.refuse(source, error(source, invalid.code(), invalid.message()));
  }

  private void conflicts(Source source, Verdict.Conflicts conflict) {
    String message =
        "input " + conflict.outPoint() + " is spent by the final " + conflict.finalTxid();
    context.refuse(source, error(source, ErrorCode.INPUT_SPENT, message));
    if (source instanceof Source.Peer peer) {
      context.sendProof(peer.peer(), conflict.finalTxid());
    }
  }

  /** Looks again at a transaction that waits. */
  void recheck(Txid txid) {
    PendingTransaction entry = context.pool.get(txid);
    if (entry == null) {
      orphans.takeChildrenOf(txid).forEach(o -> receive(o.transaction(), o.source()));
      return;
    }
    if (entry.certificate != null) {
      finality.finalizeWith(entry, entry.certificate);
      return;
    }
    if (!entry.locked) {
      reconsider(entry, rules.check(entry.transaction));
    }
  }

  private void reconsider(PendingTransaction entry, Verdict verdict) {
    switch (verdict) {
      case Verdict.Ready ready -> {
        entry.fee = ready.fee();
        entry.waitCause = null;
        entry.waitsFor = List.of();
        context.changed.add(entry.txid());
        context.persist(new JournalRecord.Admitted(entry.transaction, true, context.nowMs));
        voting.lockAndPrepare(entry);
      }
      case Verdict.Waits waits -> {
        entry.fee = waits.fee();
        waitFor(entry, waits.cause(), waits.related());
      }
      case Verdict.Orphan orphan -> waitFor(entry, Cause.PARENT, orphan.parents());
      case Verdict.Conflicts c -> finality.reject(entry, Cause.CONFLICT_FINAL, c.finalTxid());
      case Verdict.ParentRejected p -> finality.reject(entry, Cause.PARENT_REJECTED, p.parent());
      case Verdict.Invalid _ -> finality.reject(entry, Cause.INVALID, entry.txid());
    }
  }

  private void waitFor(PendingTransaction entry, Cause cause, List<Txid> related) {
    if (entry.waitCause != cause || !entry.waitsFor.equals(related)) {
      entry.waitCause = cause;
      entry.waitsFor = related;
      context.changed.add(entry.txid());
    }
  }

  /** A pending body that a certificate or prepare votes came ahead of: taken without the rules. */
  PendingTransaction takeProven(Transaction transaction) {
    PendingTransaction entry = context.pending(transaction, context.nowMs);
    entry.waitCause = Cause.PARENT;
    context.pool.add(entry);
    // the votes that are counted now may lead to this node's own, which needs the body after a
    // crash
    context.persist(new JournalRecord.Admitted(transaction, false, context.nowMs));
    entry.persisted = true;
    voting.countAhead(entry);
    return entry;
  }

  private static Error error(Source source, ErrorCode code, String message) {
    String requestId = source instanceof Source.Wallet wallet ? wallet.requestId() : null;
    return new Error(code, message, requestId);
  }
}
