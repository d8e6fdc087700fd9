package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wallet that subscribes at one node, checks every notification against what it knew, pays, and
 * connects again when its node comes back.
 */
final class SimWallet {
  private static long nextClient = 1;

  final Set<Txid> accepted = new HashSet<>();
  final List<Transaction> payments = new ArrayList<>();
  private final SimWorld world;
  private final SimNode node;
  private final Map<OutPoint, UtxoState> view = new HashMap<>();
  private final Map<OutPoint, Txid> finalSpenders = new HashMap<>();
  private @Nullable ClientId client;
  private long nextSeq;
  private boolean subscribed;

  SimWallet(SimWorld world, SimNode node) {
    this.world = world;
    this.node = node;
    connect();
  }

  private void connect() {
    if (!node.running()) {
      world.after(50, this::connect);
      return;
    }
    ClientId id = new ClientId(nextClient++);
    client = id;
    subscribed = false;
    node.clients.put(id, this);
    var address =
        Hashes.addressOf(world.genesis.network().addressVersion(), world.wallet.publicKey());
    node.fromClient(id, new NetworkMessage.UtxoSubscribe(List.of(), List.of(address), "w", null));
  }

  void lost() {
    client = null;
    world.after(50, this::connect);
  }

  /** A payment of one coin, or of another payment's output, back to the same wallet. */
  Transaction pay(OutPoint coin, Amount value, long salt) {
    var address =
        Hashes.addressOf(world.genesis.network().addressVersion(), world.wallet.publicKey());
    Amount out = value.minus(world.genesis.minFee());
    return TransactionSigner.sign(
        world.genesis.hash(),
        List.of(new TransactionSigner.Spend(coin, world.wallet)),
        List.of(new TxOutput(out, address)),
        world.nowMs / 1000 + salt);
  }

  void submit(Transaction transaction) {
    ClientId id = client;
    if (id != null) {
      node.fromClient(id, new NetworkMessage.TransactionBroadcast(transaction, null));
    }
  }

  void receive(ClientId to, NetworkMessage message) {
    if (!to.equals(client)) {
      return;
    }
    switch (message) {
      case NetworkMessage.TransactionAccepted m -> accepted.add(m.txid());
      case NetworkMessage.SubscriptionConfirmed m -> snapshot(m);
      case NetworkMessage.UtxoStateNotification m -> notified(m);
      default -> {}
    }
  }

  private void snapshot(NetworkMessage.SubscriptionConfirmed message) {
    view.clear();
    for (UtxoSnapshot utxo : message.utxos()) {
      view.put(utxo.outpoint(), utxo.state());
      remember(utxo.outpoint(), utxo.state());
    }
    finalSpenders.forEach(
        (outPoint, txid) ->
            assertThat(view.get(outPoint))
                .as("final stays final after reconnecting")
                .matches(state -> state.finalSpender().equals(Optional.of(txid))));
    nextSeq = message.firstSeq();
    subscribed = true;
  }

  private void notified(NetworkMessage.UtxoStateNotification message) {
    assertThat(subscribed).as("a snapshot comes before notifications").isTrue();
    assertThat(message.seq()).as("sequence without gap").isEqualTo(nextSeq++);
    OutPoint outPoint = message.notification().outpoint();
    UtxoState known = view.put(outPoint, message.notification().newState());
    UtxoState old = message.notification().oldState();
    assertThat(known == null ? UtxoState.UNSPENT : known)
        .as("old state of %s", outPoint)
        .isEqualTo(old);
    UtxoState next = message.notification().newState();
    assertThat(old.finalSpender().isEmpty() || next instanceof UtxoState.Confirmed)
        .as("final only becomes confirmed, not %s", next)
        .isTrue();
    assertThat(old).as("confirmed never changes").isNotInstanceOf(UtxoState.Confirmed.class);
    remember(outPoint, message.notification().newState());
  }

  private void remember(OutPoint outPoint, UtxoState state) {
    state
        .finalSpender()
        .ifPresent(
            txid -> {
              Txid before = finalSpenders.put(outPoint, txid);
              assertThat(before == null || before.equals(txid))
                  .as("the same spender for ever")
                  .isTrue();
            });
  }

  /** When nothing moves, the view is the node's state. */
  void checkView() {
    assertThat(subscribed).isTrue();
    view.forEach(
        (outPoint, state) ->
            assertThat(node.engine().utxo(outPoint).orElseThrow().state()).isEqualTo(state));
  }
}
