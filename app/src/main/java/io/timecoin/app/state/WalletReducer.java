package io.timecoin.app.state;

import io.timecoin.app.state.WalletTransaction.Proof;
import io.timecoin.app.state.WalletTransaction.Refusal;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a wallet one message further. Pure. */
final class WalletReducer {

  private WalletReducer() {}

  static WalletState reduce(WalletState state, SessionEvent event, long now) {
    return switch (event) {
      case SessionEvent.Received received ->
          Pruning.prune(received(state, received.message(), now));
      case SessionEvent.Submitted submitted ->
          state.withTransaction(WalletTransaction.submitted(submitted.transaction(), now));
      case SessionEvent.Watching watching -> state.owning(watching.own());
      case SessionEvent.ProofChecked checked -> proofChecked(state, checked);
      case SessionEvent.Connecting _,
          SessionEvent.Connected _,
          SessionEvent.Disconnected _,
          SessionEvent.Resyncing _,
          SessionEvent.BlockSearched _ ->
          state;
    };
  }

  private static WalletState received(WalletState state, NetworkMessage message, long now) {
    return switch (message) {
      case NetworkMessage.SubscriptionConfirmed snapshot ->
          UtxoReducer.snapshot(state, snapshot.utxos());
      case NetworkMessage.UtxoStateNotification notification ->
          UtxoReducer.notification(state, notification, now);
      case NetworkMessage.TransactionAccepted accepted -> accepted(state, accepted.txid());
      case NetworkMessage.TransactionStatus status -> status(state, status, now);
      case NetworkMessage.Transactions found -> records(state, found.transactions(), now);
      case NetworkMessage.AddressHistory page -> records(state, page.transactions(), now);
      case NetworkMessage.FinalityCertificate proof -> certificate(state, proof.certificate(), now);
      case NetworkMessage.Error error -> refused(state, error);
      default -> state; // messages that say nothing about a wallet
    };
  }

  private static WalletState accepted(WalletState state, Txid txid) {
    WalletTransaction known = state.transactions().get(txid);
    return known == null || known.standing() != Standing.SUBMITTED
        ? state
        : state.withTransaction(known.with(Standing.ACCEPTED));
  }

  private static WalletState status(
      WalletState state, NetworkMessage.TransactionStatus status, long now) {
    WalletTransaction known = knownOrNew(state, status.txid(), now).with(Tally.of(status));
    Standing next = Standing.of(status.phase());
    return logged(state, status, now)
        .withTransaction(advanced(known, next, status.blockHeight(), now));
  }

  /** Votes are logged as they come; those on what was final when first heard of have no times. */
  private static WalletState logged(
      WalletState state, NetworkMessage.TransactionStatus status, long now) {
    VoteLog log = state.voteLogs().get(status.txid());
    boolean seenBefore = log != null || state.transactions().contains(status.txid());
    if (!seenBefore && status.phase().isFinal()) {
      return state;
    }
    VoteLog longer = (log == null ? VoteLog.EMPTY : log).seen(status.seats(), now);
    return longer.votes().isEmpty()
        ? state
        : state.withVoteLogs(state.voteLogs().with(status.txid(), longer));
  }

  /** Nothing takes back what is final, nor what is in a block. */
  private static WalletTransaction advanced(
      WalletTransaction known, Standing next, @Nullable Long blockHeight, long now) {
    if (next == Standing.CONFIRMED && blockHeight != null) {
      return known.inBlock(blockHeight, now);
    }
    if (known.standing() == Standing.CONFIRMED) {
      return known;
    }
    if (next.isFinal()) {
      return known.finalSince(now);
    }
    return known.standing().isFinal() ? known : known.with(next);
  }

  private static WalletState records(WalletState state, List<TransactionRecord> records, long now) {
    WalletState next = state;
    for (TransactionRecord record : records) {
      next = record(next, record, now);
    }
    return next;
  }

  private static WalletState record(WalletState state, TransactionRecord record, long now) {
    Txid txid = record.transaction().txid();
    WalletTransaction before = state.transactions().get(txid);
    WalletTransaction known = knownOrNew(state, txid, now).with(record.transaction());
    VoteCertificate.@Nullable Finality certificate = record.certificate();
    if (certificate != null) {
      known = known.with(certificate);
    }
    if (before == null) {
      known = past(known, record);
    } else {
      known = advanced(known, Standing.of(record.phase()), record.blockHeight(), now);
    }
    return state.withTransaction(known);
  }

  /** From the history: what the node says it was, with the transaction's own time. */
  private static WalletTransaction past(WalletTransaction known, TransactionRecord record) {
    long at = record.transaction().timestamp() * 1_000_000;
    WalletTransaction dated =
        new WalletTransaction(
            known.txid(),
            known.body(),
            Standing.of(record.phase()),
            known.tally(),
            at,
            StageTimes.NEVER,
            StageTimes.NEVER,
            null,
            known.certificate(),
            Proof.UNCHECKED,
            blockOf(record));
    return dated;
  }

  private static long blockOf(TransactionRecord record) {
    Long height = record.blockHeight();
    return height == null ? WalletTransaction.NO_BLOCK : height;
  }

  private static WalletState certificate(
      WalletState state, VoteCertificate.Finality certificate, long now) {
    WalletTransaction known = state.transactions().get(certificate.txid());
    return known == null
        ? state
        : state.withTransaction(advanced(known.with(certificate), Standing.FINAL, null, now));
  }

  private static WalletState refused(WalletState state, NetworkMessage.Error error) {
    Optional<Txid> txid = RequestIds.broadcastOf(error.requestId());
    WalletTransaction known = txid.map(state.transactions()::get).orElse(null);
    if (known == null || known.standing() != Standing.SUBMITTED) {
      return state;
    }
    Refusal reason = new Refusal(error.code().wireName(), error.message());
    return state.withTransaction(known.refusedBecause(reason));
  }

  private static WalletState proofChecked(WalletState state, SessionEvent.ProofChecked checked) {
    WalletTransaction known = state.transactions().get(checked.txid());
    return known == null
        ? state
        : state.withTransaction(known.with(checked.valid() ? Proof.VALID : Proof.INVALID));
  }

  private static WalletTransaction knownOrNew(WalletState state, Txid txid, long now) {
    WalletTransaction known = state.transactions().get(txid);
    return known == null ? WalletTransaction.heardOf(txid, now) : known;
  }

  static List<FeedEntry> appended(List<FeedEntry> feed, FeedEntry entry) {
    List<FeedEntry> longer = new ArrayList<>(WalletState.FEED_MAX);
    int from = feed.size() >= WalletState.FEED_MAX ? feed.size() - WalletState.FEED_MAX + 1 : 0;
    longer.addAll(feed.subList(from, feed.size()));
    longer.add(entry);
    return List.copyOf(longer);
  }
}
