package io.timecoin.node.sim;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.gateway.VirtualClient;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wallet that subscribes at one node, pays, checks everything it is told against what it knew,
 * and connects again when its node comes back.
 */
final class SimWallet {
  private static final long RECONNECT_MS = 50;
  private static final int READ_MICROS_MAX = 3_000;

  private final SimWorld world;
  private final SimNode node;
  private final WalletView view;
  private final Set<Txid> accepted = new HashSet<>();
  private final List<Transaction> payments = new ArrayList<>();
  private @Nullable VirtualClient client;
  private boolean reading;
  private boolean deaf;

  SimWallet(SimWorld world, SimNode node) {
    this.world = world;
    this.node = node;
    this.view = new WalletView(world.coverage, node.index());
    connect();
  }

  private void connect() {
    if (!node.running()) {
      world.clock.after(RECONNECT_MS, this::connect);
      return;
    }
    VirtualClient fresh = SimDoor.open(world, node);
    client = fresh;
    view.connected();
    node.connect(fresh.id(), message -> fromNode(fresh, message), () -> lost(fresh));
    say(
        fresh,
        new NetworkMessage.UtxoSubscribe(List.of(), List.of(Payments.address(world)), "w", null));
  }

  private void lost(VirtualClient which) {
    if (which.equals(client)) {
      client = null;
      world.clock.after(RECONNECT_MS, this::connect);
    }
  }

  private void say(VirtualClient to, NetworkMessage message) {
    world.coverage.sent(message);
    to.text(world.codec.encode(message));
  }

  /** A payment of its own: it must become final once the node has accepted it. */
  void pay(Transaction payment) {
    payments.add(payment);
    submit(payment);
  }

  void submit(Transaction transaction) {
    if (client != null) {
      say(client, new NetworkMessage.TransactionBroadcast(transaction, null));
    }
  }

  /** Sends again what no node acknowledged; what was acknowledged must come by itself. */
  void submitUnacknowledged() {
    payments.stream().filter(p -> !accepted.contains(p.txid())).forEach(this::submit);
  }

  void ask(List<OutPoint> outPoints) {
    if (client != null) {
      say(client, new NetworkMessage.UtxoStateQuery(outPoints, null));
    }
  }

  /** Reads nothing while it is so. */
  void deaf(boolean isDeaf) {
    deaf = isDeaf;
    readSoon();
  }

  private void fromNode(VirtualClient from, NetworkMessage message) {
    from.send(message);
    if (from.isTooSlow()) {
      world.clock.after(
          0,
          () -> {
            node.disconnect(from.id());
            lost(from);
          });
    }
    readSoon();
  }

  private void readSoon() {
    if (client != null && client.hasMore() && !reading && !deaf) {
      reading = true;
      world.clock.afterMicros(
          1 + world.random.nextInt(READ_MICROS_MAX),
          () -> {
            reading = false;
            read();
          });
    }
  }

  private void read() {
    VirtualClient from = client;
    if (from == null || deaf) {
      return;
    }
    for (NetworkMessage message : from.read()) {
      if (message instanceof NetworkMessage.TransactionAccepted m) {
        accepted.add(m.txid());
      } else {
        view.receive(message);
      }
    }
    readSoon();
  }

  /** Whether it is connected and has read everything. */
  boolean isQuiet() {
    return client != null && !client.hasMore() && client.unread() == 0 && view.isSubscribed();
  }

  /** When nothing moves, the view is the node's state. */
  void checkView() {
    view.check(node.engine());
  }
}
