package io.timecoin.node.engine;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.Subscriptions.Subscription;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells wallets what changed: one notification a state change and subscription, numbered here, then
 * the status of the transactions concerned. The only place that makes notifications.
 */
final class Publisher {
  /** Most pending transactions told of after a subscription: more would overflow its queue. */
  private static final int STATUSES_MAX = 200;

  private final Context context;
  private final Explainer explainer;

  Publisher(Context context, Explainer explainer) {
    this.context = context;
    this.explainer = explainer;
  }

  /** Publishes everything that changed in the current event. */
  void publish() {
    for (UtxoChange change : context.utxos.drainChanges()) {
      if (!context.replaying && !context.subscriptions.isEmpty()) {
        notify(change);
      }
    }
    if (!context.replaying) {
      context.changed.forEach(this::publish);
    }
    context.changed.clear();
  }

  /** One status, made and encoded once however many are told. */
  private void publish(Txid txid) {
    Set<ClientId> clients = recipients(txid);
    if (!clients.isEmpty()) {
      status(txid)
          .ifPresent(status -> clients.forEach(c -> context.emit(new Action.ToClient(c, status))));
    }
  }

  private void notify(UtxoChange change) {
    Address address = change.output().address();
    StateChange notification =
        new StateChange(
            change.outPoint(),
            change.oldState(),
            change.newState(),
            Math.floorDiv(change.atMs(), 1000),
            change.atMs(),
            context.config.name());
    for (Subscription s : context.subscriptions.watching(change.outPoint(), address)) {
      context.emit(
          new Action.ToClient(
              s.client,
              new UtxoStateNotification(
                  s.subscriberId,
                  s.takeSeq(),
                  address,
                  change.output().amount(),
                  notification,
                  null,
                  null)));
    }
  }

  private Set<ClientId> recipients(Txid txid) {
    Set<ClientId> clients = new LinkedHashSet<>();
    PendingTransaction entry = entry(txid);
    if (entry != null) {
      clients.addAll(entry.submitters);
      if (!context.subscriptions.isEmpty()) {
        concerned(entry.transaction).forEach(s -> clients.add(s.client));
      }
    }
    return clients;
  }

  private Set<Subscription> concerned(Transaction transaction) {
    Set<Subscription> concerned = new LinkedHashSet<>();
    for (OutPoint input : transaction.spends()) {
      context
          .utxos
          .find(input)
          .map(utxo -> context.subscriptions.watching(input, utxo.output().address()))
          .ifPresent(concerned::addAll);
    }
    for (int vout = 0; vout < transaction.outputs().size(); vout++) {
      Address address = transaction.outputs().get(vout).address();
      concerned.addAll(context.subscriptions.watching(transaction.outPoint(vout), address));
    }
    return concerned;
  }

  /** After a subscription: where every pending transaction that concerns it stands. */
  void pendingStatuses(Subscription subscription) {
    context.pool.all().stream()
        .filter(entry -> concerned(entry.transaction).contains(subscription))
        .limit(STATUSES_MAX)
        .forEach(entry -> status(subscription.client, entry.txid()));
  }

  private void status(ClientId client, Txid txid) {
    status(txid).ifPresent(status -> context.emit(new Action.ToClient(client, status)));
  }

  private @Nullable PendingTransaction entry(Txid txid) {
    PendingTransaction pending = context.pool.get(txid);
    pending = pending != null ? pending : context.finals.recent(txid);
    return pending != null ? pending : context.rejectedEntries.get(txid);
  }

  private Optional<TransactionStatus> status(Txid txid) {
    PendingTransaction entry = entry(txid);
    if (entry == null) {
      return Optional.ofNullable(context.finals.get(txid)).map(this::statusOfOld);
    }
    TransactionPhase phase = phase(entry);
    return Optional.of(
        new TransactionStatus(
            txid,
            phase,
            entry.tally.approvals(VotePhase.PREPARE),
            entry.tally.rejections(),
            entry.tally.approvals(VotePhase.COMMIT),
            context.set.quorum(),
            context.set.size(),
            seats(entry),
            waiting(entry, phase),
            blockHeight(txid)));
  }

  /** Nobody counts its votes any more: those of its certificate, and no seats. */
  private TransactionStatus statusOfOld(FinalTransactions.Entry done) {
    VoteCertificate.Finality certificate = done.certificate();
    int votes = certificate == null ? 0 : certificate.votes().size();
    return new TransactionStatus(
        done.transaction().txid(),
        TransactionRecords.phase(done),
        votes,
        0,
        votes,
        context.set.quorum(),
        context.set.size(),
        List.of(),
        null,
        done.blockHeight());
  }

  /** Where a transaction stands, for one who asks by sending it again. */
  void tell(ClientId client, Txid txid) {
    status(client, txid);
  }

  private @Nullable Long blockHeight(Txid txid) {
    FinalTransactions.Entry done = context.finals.get(txid);
    return done == null ? null : done.blockHeight();
  }

  private TransactionPhase phase(PendingTransaction entry) {
    FinalTransactions.Entry done = context.finals.get(entry.txid());
    if (done != null) {
      return TransactionRecords.phase(done);
    }
    return context.pool.contains(entry.txid())
        ? TransactionRecords.phase(entry)
        : TransactionPhase.REJECTED;
  }

  /** Voting as it should be needs no explanation. */
  private @Nullable WaitingReason waiting(PendingTransaction entry, TransactionPhase phase) {
    return switch (phase) {
      case FINAL, CONFIRMED -> null;
      case REJECTED -> {
        Rejection rejection = context.rejected.get(entry.txid());
        yield rejection == null ? null : Explainer.reason(rejection);
      }
      case WAITING -> explainer.explain(entry);
      case PREPARING, COMMITTING -> {
        WaitingReason reason = explainer.explain(entry);
        boolean usual = reason.cause() == WaitingReason.Cause.QUORUM && reason.missing().isEmpty();
        yield usual ? null : reason;
      }
    };
  }

  private List<Seat> seats(PendingTransaction entry) {
    List<Seat> seats = new ArrayList<>(context.set.size());
    for (int member = 0; member < context.set.size(); member++) {
      SignedVote prepare = entry.tally.vote(member, VotePhase.PREPARE);
      seats.add(
          new Seat(
              context.set.members().get(member).publicKey(),
              entry.times.prepareMs(member),
              entry.times.commitMs(member),
              prepare != null && prepare.statement().decision() == Decision.REJECT));
    }
    return seats;
  }
}
