package io.timecoin.node.cli.chaos;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.History;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.offline.Proof;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks every node, once all is over, what it has of every payment and every coin. */
final class Inquest {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int TXIDS_MAX = 500;
  private static final int LOOKS_MAX = 20;

  private final List<Watcher> watchers;
  private final History history;
  private final Proof proof;
  private final List<Address> addresses;
  private final Stop stop;

  /**
   * On nodes that are all connected.
   *
   * @param addresses all there are: wallets' and masternodes' rewards'
   */
  Inquest(
      List<Watcher> watchers, History history, Proof proof, List<Address> addresses, Stop stop) {
    this.watchers = List.copyOf(watchers);
    this.history = history;
    this.proof = proof;
    this.addresses = List.copyOf(addresses);
    this.stop = stop;
  }

  /**
   * Asks, and records what comes.
   *
   * @throws CommandFailedException if a certificate proves nothing
   */
  void hold()
      throws CommandFailedException,
          ConnectionLostException,
          CutShortException,
          InterruptedException {
    Set<Txid> txids = new LinkedHashSet<>();
    Set<OutPoint> coins = new LinkedHashSet<>();
    for (Event event : history.events()) {
      if (event instanceof Event.Made made) {
        txids.add(made.txid());
        coins.addAll(made.inputs());
      }
    }
    for (Watcher watcher : watchers) {
      payments(watcher, List.copyOf(txids));
      coins(watcher, List.copyOf(coins));
      holdings(watcher);
    }
  }

  private void payments(Watcher watcher, List<Txid> txids)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    for (int from = 0; from < txids.size(); from += TXIDS_MAX) {
      List<Txid> left =
          new ArrayList<>(txids.subList(from, Math.min(txids.size(), from + TXIDS_MAX)));
      while (!left.isEmpty()) {
        // an answer leaves out what does not fit: that is asked for again
        int before = left.size();
        NetworkMessage.Transactions answer =
            watcher
                .connection()
                .ask(
                    id -> new NetworkMessage.GetTransactions(left, id),
                    NetworkMessage.Transactions.class,
                    ANSWER);
        for (TransactionRecord record : answer.transactions()) {
          left.remove(found(watcher, record));
        }
        for (Txid missing : answer.missing()) {
          history.add(at -> new Event.Found(at, watcher.index(), missing, null));
          left.remove(missing);
        }
        for (Txid pruned : answer.pruned()) {
          history.add(
              at -> new Event.Found(at, watcher.index(), pruned, TransactionPhase.CONFIRMED));
          left.remove(pruned);
        }
        if (left.size() == before) {
          throw new CommandFailedException("the node answers nothing about " + left.getFirst());
        }
      }
    }
  }

  private Txid found(Watcher watcher, TransactionRecord record) throws CommandFailedException {
    VoteCertificate.Finality certificate = record.certificate();
    if (certificate != null) {
      proof.check(new NetworkMessage.FinalityCertificate(certificate, proof.genesisHash(), null));
    }
    Txid txid = record.transaction().txid();
    history.add(at -> new Event.Found(at, watcher.index(), txid, record.phase()));
    return txid;
  }

  private void coins(Watcher watcher, List<OutPoint> coins)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    for (int from = 0; from < coins.size(); from += FrameLimits.QUERY_OUTPOINTS_MAX) {
      List<OutPoint> some =
          coins.subList(from, Math.min(coins.size(), from + FrameLimits.QUERY_OUTPOINTS_MAX));
      NetworkMessage.UtxoStateResponse answer =
          watcher
              .connection()
              .ask(
                  id -> new NetworkMessage.UtxoStateQuery(some, id),
                  NetworkMessage.UtxoStateResponse.class,
                  ANSWER);
      for (OutPointState state : answer.states()) {
        history.add(at -> new Event.Stood(at, watcher.index(), state.outpoint(), state.state()));
      }
    }
  }

  /** Between two looks at the height that see the same block. */
  private void holdings(Watcher watcher)
      throws CommandFailedException,
          ConnectionLostException,
          CutShortException,
          InterruptedException {
    for (int look = 0; look < LOOKS_MAX; look++) {
      long before = watcher.status(ANSWER).height();
      NetworkMessage.SubscriptionConfirmed all = snapshot(watcher.connection(), "all-" + look);
      if (watcher.status(ANSWER).height() == before) {
        history.add(at -> new Event.Held(at, watcher.index(), before, all.utxos()));
        return;
      }
      stop.pause(BETWEEN_LOOKS);
    }
  }

  private NetworkMessage.SubscriptionConfirmed snapshot(NodeConnection connection, String name)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    NetworkMessage.SubscriptionConfirmed all =
        connection.ask(
            id -> new NetworkMessage.UtxoSubscribe(List.of(), addresses, name, id),
            NetworkMessage.SubscriptionConfirmed.class,
            ANSWER);
    connection.send(new NetworkMessage.UtxoUnsubscribe(name, null));
    return all;
  }
}
