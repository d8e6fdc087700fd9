package io.timecoin.node.sim;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a subscriber believes, and that nothing it is told contradicts it: sequence numbers without
 * a gap, each change from the state it knew, and final for ever, also across connections.
 */
final class WalletView {
  private final Coverage coverage;
  private final int node;
  private final Map<OutPoint, UtxoState> states = new HashMap<>();
  private final Map<OutPoint, Txid> finalSpenders = new HashMap<>();
  private long nextSeq;
  private boolean subscribed;

  WalletView(Coverage coverage, int node) {
    this.coverage = coverage;
    this.node = node;
  }

  /** A new connection: the subscription is asked for again. */
  void connected() {
    subscribed = false;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  void receive(NetworkMessage message) {
    switch (message) {
      case NetworkMessage.SubscriptionConfirmed m -> snapshot(m);
      case NetworkMessage.UtxoStateNotification m -> notified(m);
      case NetworkMessage.Error m -> {
        if (m.code() == ErrorCode.RESYNC) {
          subscribed = false; // a snapshot follows
        }
      }
      default -> {}
    }
  }

  private void snapshot(NetworkMessage.SubscriptionConfirmed message) {
    states.clear();
    for (UtxoSnapshot utxo : message.utxos()) {
      states.put(utxo.outpoint(), utxo.state());
      remember(utxo.outpoint(), utxo.state());
    }
    finalSpenders.forEach(
        (outPoint, txid) -> {
          UtxoState state = states.get(outPoint);
          Breach.unless(
              state != null && state.finalSpender().equals(Optional.of(txid)),
              "wallet of node %d: %s was spent for ever by %s, and is %s in a snapshot",
              node,
              outPoint,
              txid,
              state);
        });
    nextSeq = message.firstSeq();
    subscribed = true;
  }

  private void notified(NetworkMessage.UtxoStateNotification message) {
    Breach.unless(subscribed, "wallet of node %d: a notification before its snapshot", node);
    Long seq = message.seq();
    Breach.unless(
        seq != null && seq == nextSeq,
        "wallet of node %d: sequence number %s where %d was next",
        node,
        seq,
        nextSeq);
    nextSeq++;
    OutPoint outPoint = message.notification().outpoint();
    UtxoState old = message.notification().oldState();
    UtxoState next = message.notification().newState();
    UtxoState known = states.put(outPoint, next);
    Breach.unless(
        (known == null ? UtxoState.UNSPENT : known).equals(old),
        "wallet of node %d: %s changes from %s, and was %s",
        node,
        outPoint,
        old,
        known);
    Breach.unless(
        old.finalSpender().isEmpty() || next instanceof UtxoState.Confirmed,
        "wallet of node %d: %s was final and becomes %s",
        node,
        outPoint,
        next);
    Breach.unless(
        !(old instanceof UtxoState.Confirmed),
        "wallet of node %d: %s was confirmed and becomes %s",
        node,
        outPoint,
        next);
    coverage.changed(old, next);
    remember(outPoint, next);
  }

  private void remember(OutPoint outPoint, UtxoState state) {
    state
        .finalSpender()
        .ifPresent(
            txid -> {
              Txid before = finalSpenders.put(outPoint, txid);
              Breach.unless(
                  before == null || before.equals(txid),
                  "wallet of node %d: %s is spent for ever by %s and by %s",
                  node,
                  outPoint,
                  before,
                  txid);
            });
  }

  /** When nothing moves, the view is the node's state. */
  void check(MasternodeEngine engine) {
    states.forEach(
        (outPoint, state) ->
            Breach.unless(
                engine.utxo(outPoint).map(UtxoEntry::state).equals(Optional.of(state)),
                "wallet of node %d believes %s to be %s; its node says %s",
                node,
                outPoint,
                state,
                engine.utxo(outPoint)));
  }
}
