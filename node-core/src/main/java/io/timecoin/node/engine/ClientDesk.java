package io.timecoin.node.engine;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.Subscriptions.Subscription;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageType;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers wallets: states, subscriptions, transactions, history, status. */
final class ClientDesk {
  /** Most transactions in one page of history. */
  private static final int HISTORY_PAGE_MAX = 100;

  private final Context context;
  private final Admission admission;
  private final Gossip gossip;
  private final Publisher publisher;
  private final StatusReporter status;

  ClientDesk(
      Context context,
      Admission admission,
      Gossip gossip,
      Publisher publisher,
      StatusReporter status) {
    this.context = context;
    this.admission = admission;
    this.gossip = gossip;
    this.publisher = publisher;
    this.status = status;
  }

  void handle(ClientId client, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.TransactionBroadcast m -> {
        Txid txid = m.transaction().txid();
        boolean old = context.finals.contains(txid) && context.finals.recent(txid) == null;
        admission.receive(m.transaction(), new Source.Wallet(client, m.requestId()));
        if (old) {
          publisher.tell(client, txid); // nothing will change any more that would be told of
        }
      }
      case NetworkMessage.UtxoStateQuery m -> answer(client, states(m));
      case NetworkMessage.UtxoSubscribe m -> subscribe(client, m);
      case NetworkMessage.UtxoUnsubscribe m -> unsubscribe(client, m);
      case NetworkMessage.GetTransactions m -> answer(client, gossip.answer(m));
      case NetworkMessage.GetAddressHistory m -> answer(client, history(m));
      case NetworkMessage.GetBlocks m -> answer(client, blocks(m));
      case NetworkMessage.GetStatus m ->
          answer(client, new NetworkMessage.NodeStatus(status.report(), m.requestId()));
      case NetworkMessage.Ping m -> answer(client, new NetworkMessage.Pong(m.nonce()));
      case NetworkMessage.Unknown _ -> {} // ignored, as protocol.md 6 says
      default ->
          answer(
              client,
              new NetworkMessage.Error(
                  ErrorCode.UNSUPPORTED,
                  "a wallet connection does not take " + MessageType.nameOf(message.getClass()),
                  null));
    }
  }

  private void answer(ClientId client, NetworkMessage answer) {
    context.emit(new Action.ToClient(client, answer));
  }

  /** States of the outpoints asked for, in order; null for those no final transaction made. */
  NetworkMessage.UtxoStateResponse states(NetworkMessage.UtxoStateQuery query) {
    List<OutPointState> states = new ArrayList<>(query.outpoints().size());
    for (OutPoint outPoint : query.outpoints()) {
      UtxoState state = context.utxos.find(outPoint).map(UtxoEntry::state).orElse(null);
      boolean pruned = state == null && context.isPruned(outPoint.txid());
      states.add(new OutPointState(outPoint, state, pruned));
    }
    return new NetworkMessage.UtxoStateResponse(states, query.requestId());
  }

  private void subscribe(ClientId client, NetworkMessage.UtxoSubscribe request) {
    Subscription subscription =
        new Subscription(client, request.subscriberId(), request.outpoints(), request.addresses());
    context.subscriptions.add(subscription);
    confirm(subscription, request.requestId());
  }

  private void confirm(Subscription subscription, @Nullable String requestId) {
    answer(
        subscription.client,
        new NetworkMessage.SubscriptionConfirmed(
            subscription.subscriberId, subscription.nextSeq(), snapshot(subscription), requestId));
    publisher.pendingStatuses(subscription);
  }

  /** A wallet that lost notifications gets every subscription's snapshot anew. */
  void resync(ClientId client) {
    context.subscriptions.of(client).forEach(subscription -> confirm(subscription, null));
  }

  private List<UtxoSnapshot> snapshot(Subscription subscription) {
    Map<OutPoint, UtxoEntry> found = new LinkedHashMap<>();
    for (OutPoint outPoint : subscription.outPoints) {
      context.utxos.find(outPoint).ifPresent(utxo -> found.put(outPoint, utxo));
    }
    subscription.addresses.forEach(
        address -> context.utxos.ofAddress(address).forEach(u -> found.put(u.outPoint(), u)));
    return found.values().stream()
        .map(
            utxo ->
                new UtxoSnapshot(
                    utxo.outPoint(), utxo.state(), utxo.output().address(), utxo.output().amount()))
        .toList();
  }

  private void unsubscribe(ClientId client, NetworkMessage.UtxoUnsubscribe request) {
    if (!context.subscriptions.remove(client, request.subscriberId())) {
      answer(
          client,
          new NetworkMessage.Error(
              ErrorCode.NOT_SUBSCRIBED,
              "this connection has no subscription " + request.subscriberId(),
              request.requestId()));
    }
  }

  /** The blocks asked for, as many as fit; at least the first, if there is one. */
  NetworkMessage.Blocks blocks(NetworkMessage.GetBlocks request) {
    return BlockRecords.answer(context, request);
  }

  /** One page of what pays to or spends from an address, newest first. */
  NetworkMessage.AddressHistory history(NetworkMessage.GetAddressHistory request) {
    int limit = Math.clamp(request.limit(), 1, HISTORY_PAGE_MAX);
    List<Txid> txids = context.finals.history(request.address(), request.before(), limit + 1);
    List<TransactionRecord> page =
        txids.stream()
            .limit(limit)
            .map(txid -> TransactionRecords.find(context, txid))
            .filter(Objects::nonNull)
            .toList();
    return new NetworkMessage.AddressHistory(
        request.address(), page, txids.size() > limit, request.requestId());
  }
}
