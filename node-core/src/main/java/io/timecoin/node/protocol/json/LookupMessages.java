package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.AddressHistory;
import io.timecoin.node.protocol.NetworkMessage.GetAddressHistory;
import io.timecoin.node.protocol.NetworkMessage.GetTransactions;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.NetworkMessage.Transactions;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables of messages about transactions that a node holds. */
final class LookupMessages {
  private static final JsonCodec<TransactionPhase> PHASE =
      JsonTexts.named(Arrays.asList(TransactionPhase.values()), phase -> lowerCase(phase.name()));
  private static final JsonCodec<List<Txid>> TXIDS =
      JsonLists.list(ValueShapes.TXID, FrameLimits.TRANSACTIONS_MAX);

  /** {@code {"cause","related","missing","message"}} and, where something follows, {@code next}. */
  static final JsonCodec<WaitingReason> WAITING_REASON = waitingReason();

  private static final JsonCodec<List<TransactionRecord>> RECORDS =
      JsonLists.list(transactionRecord(), FrameLimits.TRANSACTIONS_MAX);

  static final Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> TABLES =
      Map.of(
          TransactionStatus.class, status(),
          GetTransactions.class, getTransactions(),
          Transactions.class, transactions(),
          GetAddressHistory.class, getHistory(),
          AddressHistory.class, history());

  private LookupMessages() {}

  static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static JsonCodec<WaitingReason> waitingReason() {
    ObjectCodec.Builder<WaitingReason> o = ObjectCodec.of();
    Field<WaitingReason, WaitingReason.Cause> cause =
        o.required(
            "cause",
            JsonTexts.named(
                Arrays.asList(WaitingReason.Cause.values()), value -> lowerCase(value.name())),
            WaitingReason::cause);
    Field<WaitingReason, List<Txid>> related = o.required("related", TXIDS, WaitingReason::related);
    Field<WaitingReason, List<PublicKey>> missing =
        o.required(
            "missing",
            JsonLists.list(ValueShapes.PUBLIC_KEY, FrameLimits.MASTERNODES_MAX),
            WaitingReason::missing);
    Field<WaitingReason, String> message =
        o.required("message", ValueShapes.SENTENCE, WaitingReason::message);
    Field<WaitingReason, WaitingReason.NextEvent> next =
        o.optional(
            "next",
            JsonTexts.named(
                Arrays.asList(WaitingReason.NextEvent.values()), value -> lowerCase(value.name())),
            WaitingReason::next);
    Field<WaitingReason, Long> nextAt =
        o.optional("next_at_ms", JsonNumbers.LONG, WaitingReason::nextAtMs);
    return o.build(
        v ->
            new WaitingReason(
                v.get(cause),
                v.get(related),
                v.get(missing),
                v.get(message),
                v.find(next),
                v.find(nextAt)));
  }

  private static JsonCodec<Seat> seat() {
    ObjectCodec.Builder<Seat> o = ObjectCodec.of();
    Field<Seat, PublicKey> key = o.required("public_key", ValueShapes.PUBLIC_KEY, Seat::publicKey);
    Field<Seat, Long> prepare = o.nullable("prepare_ms", JsonNumbers.LONG, Seat::prepareMs);
    Field<Seat, Long> commit = o.nullable("commit_ms", JsonNumbers.LONG, Seat::commitMs);
    Field<Seat, Boolean> rejected =
        o.usually("rejected", false, JsonNumbers.BOOLEAN, Seat::rejected);
    return o.build(v -> new Seat(v.get(key), v.find(prepare), v.find(commit), v.get(rejected)));
  }

  private static ObjectCodec<TransactionStatus> status() {
    ObjectCodec.Builder<TransactionStatus> o = ObjectCodec.of();
    Field<TransactionStatus, Txid> txid =
        o.required("txid", ValueShapes.TXID, TransactionStatus::txid);
    Field<TransactionStatus, TransactionPhase> phase =
        o.required("phase", PHASE, TransactionStatus::phase);
    Field<TransactionStatus, Integer> approvals =
        o.required("approvals", JsonNumbers.COUNT, TransactionStatus::approvals);
    Field<TransactionStatus, Integer> rejections =
        o.required("rejections", JsonNumbers.COUNT, TransactionStatus::rejections);
    Field<TransactionStatus, Integer> commits =
        o.required("commits", JsonNumbers.COUNT, TransactionStatus::commits);
    Field<TransactionStatus, Integer> quorum =
        o.required("quorum", JsonNumbers.COUNT, TransactionStatus::quorum);
    Field<TransactionStatus, Integer> total =
        o.required("total", JsonNumbers.COUNT, TransactionStatus::total);
    Field<TransactionStatus, List<Seat>> seats =
        o.required(
            "seats", JsonLists.list(seat(), FrameLimits.MASTERNODES_MAX), TransactionStatus::seats);
    Field<TransactionStatus, WaitingReason> waiting =
        o.optional("waiting", WAITING_REASON, TransactionStatus::waiting);
    Field<TransactionStatus, Long> blockHeight =
        o.optional("block_height", JsonNumbers.NON_NEGATIVE, TransactionStatus::blockHeight);
    return o.build(
        v ->
            new TransactionStatus(
                v.get(txid),
                v.get(phase),
                v.get(approvals),
                v.get(rejections),
                v.get(commits),
                v.get(quorum),
                v.get(total),
                v.get(seats),
                v.find(waiting),
                v.find(blockHeight)));
  }

  private static ObjectCodec<GetTransactions> getTransactions() {
    ObjectCodec.Builder<GetTransactions> o = ObjectCodec.of();
    Field<GetTransactions, List<Txid>> txids = o.required("txids", TXIDS, GetTransactions::txids);
    Field<GetTransactions, String> requestId = ValueShapes.requestId(o, GetTransactions::requestId);
    return o.build(v -> new GetTransactions(v.get(txids), v.find(requestId)));
  }

  private static JsonCodec<TransactionRecord> transactionRecord() {
    ObjectCodec.Builder<TransactionRecord> o = ObjectCodec.of();
    Field<TransactionRecord, Transaction> transaction =
        o.required("transaction", TransactionShapes.TRANSACTION, TransactionRecord::transaction);
    Field<TransactionRecord, TransactionPhase> phase =
        o.required("phase", PHASE, TransactionRecord::phase);
    Field<TransactionRecord, VoteCertificate.Finality> certificate =
        o.optional("certificate", VoteShapes.FINALITY, TransactionRecord::certificate);
    Field<TransactionRecord, Long> finalizedAt =
        o.optional("finalized_at_ms", JsonNumbers.LONG, TransactionRecord::finalizedAtMs);
    Field<TransactionRecord, Long> blockHeight =
        o.optional("block_height", JsonNumbers.NON_NEGATIVE, TransactionRecord::blockHeight);
    return o.build(
        v ->
            new TransactionRecord(
                v.get(transaction),
                v.get(phase),
                v.find(certificate),
                v.find(finalizedAt),
                v.find(blockHeight)));
  }

  private static ObjectCodec<Transactions> transactions() {
    ObjectCodec.Builder<Transactions> o = ObjectCodec.of();
    Field<Transactions, List<TransactionRecord>> records =
        o.required("transactions", RECORDS, Transactions::transactions);
    Field<Transactions, List<Txid>> missing = o.required("missing", TXIDS, Transactions::missing);
    Field<Transactions, List<Txid>> pruned =
        o.usually("pruned", List.of(), TXIDS, Transactions::pruned);
    Field<Transactions, String> requestId = ValueShapes.requestId(o, Transactions::requestId);
    return o.build(
        v -> new Transactions(v.get(records), v.get(missing), v.get(pruned), v.find(requestId)));
  }

  private static ObjectCodec<GetAddressHistory> getHistory() {
    ObjectCodec.Builder<GetAddressHistory> o = ObjectCodec.of();
    Field<GetAddressHistory, Address> address =
        o.required(
            "address",
            ValueShapes.ADDRESS.refusedAs(ErrorCode.INVALID_ADDRESS),
            GetAddressHistory::address);
    Field<GetAddressHistory, Txid> before =
        o.optional("before", ValueShapes.TXID, GetAddressHistory::before);
    Field<GetAddressHistory, Integer> limit =
        o.required("limit", JsonNumbers.COUNT, GetAddressHistory::limit);
    Field<GetAddressHistory, String> requestId =
        ValueShapes.requestId(o, GetAddressHistory::requestId);
    return o.build(
        v ->
            new GetAddressHistory(v.get(address), v.find(before), v.get(limit), v.find(requestId)));
  }

  private static ObjectCodec<AddressHistory> history() {
    ObjectCodec.Builder<AddressHistory> o = ObjectCodec.of();
    Field<AddressHistory, Address> address =
        o.required("address", ValueShapes.ADDRESS, AddressHistory::address);
    Field<AddressHistory, List<TransactionRecord>> records =
        o.required("transactions", RECORDS, AddressHistory::transactions);
    Field<AddressHistory, Boolean> more =
        o.required("more", JsonNumbers.BOOLEAN, AddressHistory::more);
    Field<AddressHistory, String> requestId = ValueShapes.requestId(o, AddressHistory::requestId);
    return o.build(
        v -> new AddressHistory(v.get(address), v.get(records), v.get(more), v.find(requestId)));
  }
}
