package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.NetworkMessage.TransactionAccepted;
import io.timecoin.node.protocol.NetworkMessage.TransactionBroadcast;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateQuery;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateResponse;
import io.timecoin.node.protocol.NetworkMessage.UtxoSubscribe;
import io.timecoin.node.protocol.NetworkMessage.UtxoUnsubscribe;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables of the specification's own messages and of their answers. */
final class WalletMessages {
  private static final long MS_PER_SECOND = 1000;
  private static final JsonCodec<ErrorCode> ERROR_CODE =
      JsonTexts.named(Arrays.asList(ErrorCode.values()), ErrorCode::wireName);

  /** The specification's notification; the milliseconds, which it does not have, may be missing. */
  static final JsonCodec<StateChange> STATE_CHANGE = stateChange();

  static final Map<Class<? extends NetworkMessage>, ObjectCodec<? extends NetworkMessage>> TABLES =
      Map.of(
          UtxoStateQuery.class, query(),
          UtxoStateResponse.class, response(),
          UtxoSubscribe.class, subscribe(),
          UtxoUnsubscribe.class, unsubscribe(),
          SubscriptionConfirmed.class, confirmed(),
          UtxoStateNotification.class, notification(),
          TransactionBroadcast.class, broadcast(),
          TransactionAccepted.class, accepted(),
          Error.class, error());

  private WalletMessages() {}

  private static ObjectCodec<UtxoStateQuery> query() {
    ObjectCodec.Builder<UtxoStateQuery> o = ObjectCodec.of();
    Field<UtxoStateQuery, List<OutPoint>> outpoints =
        o.required(
            "outpoints",
            JsonLists.list(ValueShapes.ASKED_OUT_POINT, FrameLimits.QUERY_OUTPOINTS_MAX),
            UtxoStateQuery::outpoints);
    Field<UtxoStateQuery, String> requestId = ValueShapes.requestId(o, UtxoStateQuery::requestId);
    return o.build(v -> new UtxoStateQuery(v.get(outpoints), v.find(requestId)));
  }

  private static ObjectCodec<UtxoStateResponse> response() {
    ObjectCodec.Builder<OutPointState> s = ObjectCodec.of();
    Field<OutPointState, OutPoint> outpoint =
        s.required("outpoint", ValueShapes.OUT_POINT, OutPointState::outpoint);
    Field<OutPointState, UtxoState> state =
        s.nullable("state", StateShapes.STATE, OutPointState::state);
    Field<OutPointState, Boolean> pruned =
        s.usually("pruned", false, JsonNumbers.BOOLEAN, OutPointState::pruned);
    JsonCodec<OutPointState> entry =
        s.build(v -> new OutPointState(v.get(outpoint), v.find(state), v.get(pruned)));

    ObjectCodec.Builder<UtxoStateResponse> o = ObjectCodec.of();
    Field<UtxoStateResponse, List<OutPointState>> states =
        o.required(
            "states",
            JsonLists.list(entry, FrameLimits.QUERY_OUTPOINTS_MAX),
            UtxoStateResponse::states);
    Field<UtxoStateResponse, String> requestId =
        ValueShapes.requestId(o, UtxoStateResponse::requestId);
    return o.build(v -> new UtxoStateResponse(v.get(states), v.find(requestId)));
  }

  private static ObjectCodec<UtxoSubscribe> subscribe() {
    ObjectCodec.Builder<UtxoSubscribe> o = ObjectCodec.of();
    Field<UtxoSubscribe, List<OutPoint>> outpoints =
        o.required(
            "outpoints",
            JsonLists.list(ValueShapes.ASKED_OUT_POINT, FrameLimits.SUBSCRIPTION_ENTRIES_MAX),
            UtxoSubscribe::outpoints);
    Field<UtxoSubscribe, List<Address>> addresses =
        o.required(
            "addresses",
            JsonLists.list(ValueShapes.ASKED_ADDRESS, FrameLimits.SUBSCRIPTION_ENTRIES_MAX),
            UtxoSubscribe::addresses);
    Field<UtxoSubscribe, String> subscriber =
        o.required("subscriber_id", ValueShapes.NAME, UtxoSubscribe::subscriberId);
    Field<UtxoSubscribe, String> requestId = ValueShapes.requestId(o, UtxoSubscribe::requestId);
    return o.build(
        v ->
            new UtxoSubscribe(
                v.get(outpoints), v.get(addresses), v.get(subscriber), v.find(requestId)));
  }

  private static ObjectCodec<UtxoUnsubscribe> unsubscribe() {
    ObjectCodec.Builder<UtxoUnsubscribe> o = ObjectCodec.of();
    Field<UtxoUnsubscribe, String> subscriber =
        o.required("subscriber_id", ValueShapes.NAME, UtxoUnsubscribe::subscriberId);
    Field<UtxoUnsubscribe, String> requestId = ValueShapes.requestId(o, UtxoUnsubscribe::requestId);
    return o.build(v -> new UtxoUnsubscribe(v.get(subscriber), v.find(requestId)));
  }

  private static ObjectCodec<SubscriptionConfirmed> confirmed() {
    ObjectCodec.Builder<UtxoSnapshot> s = ObjectCodec.of();
    Field<UtxoSnapshot, OutPoint> outpoint =
        s.required("outpoint", ValueShapes.OUT_POINT, UtxoSnapshot::outpoint);
    Field<UtxoSnapshot, UtxoState> state =
        s.required("state", StateShapes.STATE, UtxoSnapshot::state);
    Field<UtxoSnapshot, Address> address =
        s.required("address", ValueShapes.ADDRESS, UtxoSnapshot::address);
    Field<UtxoSnapshot, Amount> amount =
        s.required("amount", ValueShapes.AMOUNT, UtxoSnapshot::amount);
    JsonCodec<UtxoSnapshot> entry =
        s.build(
            v -> new UtxoSnapshot(v.get(outpoint), v.get(state), v.get(address), v.get(amount)));

    ObjectCodec.Builder<SubscriptionConfirmed> o = ObjectCodec.of();
    Field<SubscriptionConfirmed, String> subscriber =
        o.required("subscriber_id", ValueShapes.NAME, SubscriptionConfirmed::subscriberId);
    Field<SubscriptionConfirmed, Long> firstSeq =
        o.required("first_seq", JsonNumbers.NON_NEGATIVE, SubscriptionConfirmed::firstSeq);
    Field<SubscriptionConfirmed, List<UtxoSnapshot>> utxos =
        o.required(
            "utxos",
            JsonLists.list(entry, FrameLimits.SNAPSHOT_UTXOS_MAX),
            SubscriptionConfirmed::utxos);
    Field<SubscriptionConfirmed, String> requestId =
        ValueShapes.requestId(o, SubscriptionConfirmed::requestId);
    return o.build(
        v ->
            new SubscriptionConfirmed(
                v.get(subscriber), v.get(firstSeq), v.get(utxos), v.find(requestId)));
  }

  private static JsonCodec<StateChange> stateChange() {
    ObjectCodec.Builder<StateChange> o = ObjectCodec.of();
    Field<StateChange, OutPoint> outpoint =
        o.required("outpoint", ValueShapes.OUT_POINT, StateChange::outpoint);
    Field<StateChange, UtxoState> oldState =
        o.required("old_state", StateShapes.STATE, StateChange::oldState);
    Field<StateChange, UtxoState> newState =
        o.required("new_state", StateShapes.STATE, StateChange::newState);
    Field<StateChange, Long> time =
        o.required("timestamp", JsonNumbers.LONG, StateChange::timestamp);
    Field<StateChange, Long> timeMs =
        o.optional("timestamp_ms", JsonNumbers.LONG, StateChange::timestampMs);
    Field<StateChange, String> originator =
        o.required("originator", ValueShapes.NAME, StateChange::originator);
    return o.build(
        v ->
            new StateChange(
                v.get(outpoint),
                v.get(oldState),
                v.get(newState),
                v.get(time),
                milliseconds(v.find(timeMs), v.get(time)),
                v.get(originator)));
  }

  private static long milliseconds(@Nullable Long given, long seconds) {
    long max = Long.MAX_VALUE / MS_PER_SECOND;
    return given != null ? given : Math.clamp(seconds, -max, max) * MS_PER_SECOND;
  }

  private static ObjectCodec<UtxoStateNotification> notification() {
    ObjectCodec.Builder<UtxoStateNotification> o = ObjectCodec.of();
    Field<UtxoStateNotification, String> subscriber =
        o.optional("subscriber_id", ValueShapes.NAME, UtxoStateNotification::subscriberId);
    Field<UtxoStateNotification, Long> seq =
        o.optional("seq", JsonNumbers.NON_NEGATIVE, UtxoStateNotification::seq);
    Field<UtxoStateNotification, Address> address =
        o.optional("address", ValueShapes.ADDRESS, UtxoStateNotification::address);
    Field<UtxoStateNotification, Amount> amount =
        o.optional("amount", ValueShapes.AMOUNT, UtxoStateNotification::amount);
    Field<UtxoStateNotification, StateChange> change =
        o.required("notification", STATE_CHANGE, UtxoStateNotification::notification);
    Field<UtxoStateNotification, Signature> signature =
        o.optional("signature", ValueShapes.SIGNATURE, UtxoStateNotification::signature);
    Field<UtxoStateNotification, VoteCertificate.Finality> certificate =
        o.optional("certificate", VoteShapes.FINALITY, UtxoStateNotification::certificate);
    return o.build(
        v ->
            new UtxoStateNotification(
                v.find(subscriber),
                v.find(seq),
                v.find(address),
                v.find(amount),
                v.get(change),
                v.find(signature),
                v.find(certificate)));
  }

  private static ObjectCodec<TransactionBroadcast> broadcast() {
    ObjectCodec.Builder<TransactionBroadcast> o = ObjectCodec.of();
    Field<TransactionBroadcast, Transaction> transaction =
        o.required("transaction", TransactionShapes.TRANSACTION, TransactionBroadcast::transaction);
    Field<TransactionBroadcast, String> requestId =
        ValueShapes.requestId(o, TransactionBroadcast::requestId);
    return o.build(v -> new TransactionBroadcast(v.get(transaction), v.find(requestId)));
  }

  private static ObjectCodec<TransactionAccepted> accepted() {
    ObjectCodec.Builder<TransactionAccepted> o = ObjectCodec.of();
    Field<TransactionAccepted, Txid> txid =
        o.required("txid", ValueShapes.TXID, TransactionAccepted::txid);
    Field<TransactionAccepted, String> requestId =
        ValueShapes.requestId(o, TransactionAccepted::requestId);
    return o.build(v -> new TransactionAccepted(v.get(txid), v.find(requestId)));
  }

  private static ObjectCodec<Error> error() {
    ObjectCodec.Builder<Error> o = ObjectCodec.of();
    Field<Error, ErrorCode> code = o.required("code", ERROR_CODE, Error::code);
    Field<Error, String> message = o.required("message", ValueShapes.SENTENCE, Error::message);
    Field<Error, String> requestId = ValueShapes.requestId(o, Error::requestId);
    return o.build(v -> new Error(v.get(code), v.get(message), v.find(requestId)));
  }
}
