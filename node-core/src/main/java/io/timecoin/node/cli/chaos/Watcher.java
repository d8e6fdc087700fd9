package io.timecoin.node.cli.chaos;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.History;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.client.Received;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.DevnetNode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The recording client of one node: subscribed to all wallets, and again whenever it lost the node.
 * Records what comes exactly as it comes, gaps and all; judges nothing.
 */
final class Watcher {
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final DevnetNode node;
  private final List<Address> addresses;
  private final History history;
  private final Stop stop;
  private final Consumer<Txid> finals;
  private volatile @Nullable NodeConnection connection;
  private volatile boolean closed;
  private int session;

  /**
   * Watches nothing yet.
   *
   * @param finals told of transactions that this client knows are final, again and again
   */
  Watcher(
      DevnetNode node, List<Address> addresses, History history, Stop stop, Consumer<Txid> finals) {
    this.node = node;
    this.addresses = List.copyOf(addresses);
    this.history = history;
    this.stop = stop;
    this.finals = finals;
  }

  int index() {
    return node.index();
  }

  /** Begins, on threads of its own that end with {@link #close} or the run. */
  void start() {
    Thread.ofVirtual().start(() -> whileOpen(this::watch, LOOK));
    Thread.ofVirtual().start(() -> whileOpen(this::poll, POLL));
  }

  private interface Work {
    void run() throws CommandFailedException, ConnectionLostException, InterruptedException;
  }

  private void whileOpen(Work work, Duration rest) {
    try {
      while (!closed) {
        try {
          work.run();
        } catch (CommandFailedException | ConnectionLostException e) {
          // it is down, paused or refuses: seen from what is not recorded; again after the rest
        }
        stop.pause(rest);
      }
    } catch (CutShortException e) {
      // the run is over
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch()
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    try (NodeConnection opened = NodeConnection.open(node.webSocketUri(), CONNECTING)) {
      session++;
      int current = session;
      String name = "chaos-" + current;
      NetworkMessage.SubscriptionConfirmed snapshot =
          opened.ask(
              id -> new NetworkMessage.UtxoSubscribe(List.of(), addresses, name, id),
              NetworkMessage.SubscriptionConfirmed.class,
              ANSWER);
      record(snapshot, current, history.nowNs());
      connection = opened;
      follow(opened, name, current);
    } catch (ConnectionLostException e) {
      lost(String.valueOf(e.getMessage()));
      throw e;
    } finally {
      connection = null;
    }
  }

  private void lost(String why) {
    if (connection != null) {
      int over = session;
      history.add(at -> new Event.Lost(at, index(), over, why));
    }
  }

  private void follow(NodeConnection opened, String name, int current)
      throws ConnectionLostException, InterruptedException {
    while (!closed && !stop.isAsked()) {
      Received received = opened.next(LOOK);
      if (received != null) {
        long atNs = history.ns(received.nanos());
        switch (received.message()) {
          case NetworkMessage.UtxoStateNotification n when name.equals(n.subscriberId()) ->
              record(n, current, atNs);
          case NetworkMessage.SubscriptionConfirmed s when name.equals(s.subscriberId()) ->
              record(s, current, atNs);
          case NetworkMessage.TransactionStatus s -> record(s, current, atNs);
          default -> {}
        }
      }
    }
  }

  private void record(NetworkMessage.SubscriptionConfirmed snapshot, int current, long atNs) {
    history.add(
        new Event.Subscribed(atNs, index(), current, snapshot.firstSeq(), snapshot.utxos()));
    snapshot.utxos().forEach(utxo -> utxo.state().finalSpender().ifPresent(finals));
  }

  private void record(NetworkMessage.UtxoStateNotification n, int current, long atNs) {
    long seq = n.seq() == null ? -1 : n.seq();
    history.add(
        new Event.Notified(
            atNs,
            index(),
            current,
            seq,
            n.notification().outpoint(),
            Objects.requireNonNull(n.amount()),
            n.notification().oldState(),
            n.notification().newState()));
    n.notification().newState().finalSpender().ifPresent(finals);
  }

  private void record(NetworkMessage.TransactionStatus status, int current, long atNs) {
    history.add(new Event.StatusCame(atNs, index(), current, status.txid(), status.phase()));
    if (status.phase().isFinal()) {
      finals.accept(status.txid());
    }
  }

  private void poll() throws CommandFailedException, ConnectionLostException, InterruptedException {
    if (connected()) {
      status(CONNECTING);
    }
  }

  /** Whether the node can be asked now. */
  boolean connected() {
    return connection != null;
  }

  /** The connection that is recorded. */
  NodeConnection connection() throws ConnectionLostException {
    NodeConnection current = connection;
    if (current == null) {
      throw new ConnectionLostException(node.name() + " is not connected");
    }
    return current;
  }

  /** The node's status, recorded. */
  StatusReport status(Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    StatusReport report =
        connection()
            .ask(NetworkMessage.GetStatus::new, NetworkMessage.NodeStatus.class, timeout)
            .report();
    history.add(
        at ->
            new Event.Told(
                at,
                index(),
                report.height(),
                report.chain().stateHash(),
                report.chain().unconfirmed(),
                report.equivocations()));
    return report;
  }

  /** Watches no more. */
  void close() {
    closed = true;
    NodeConnection current = connection;
    if (current != null) {
      current.close();
    }
  }
}
