package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.FaultKind;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A history written by hand; each event is a millisecond after the one before. */
public final class Story {
  private static final long MS_NS = 1_000_000;
  private static final Amount ONE = Amount.ofUnits(1);
  private static final Address ADDRESS =
      Hashes.addressOf(AddressVersion.TEST, SigningKey.of(new byte[32]).publicKey());

  private final List<Event> events = new ArrayList<>();

  /** Transaction number {@code i}. */
  public static Txid tx(int i) {
    return Txid.parse("%064x".formatted(i + 1));
  }

  /** Coin number {@code i}. */
  public static OutPoint coin(int i) {
    return new OutPoint(tx(1_000 + i), 0);
  }

  static UtxoState locked(Txid by) {
    return new UtxoState.Locked(by, 0);
  }

  static UtxoState pending(Txid by) {
    return new UtxoState.SpentPending(by, 3, 4, 0);
  }

  /** Final by its certificate. */
  public static UtxoState finalized(Txid by) {
    return new UtxoState.SpentFinalized(by, 0, 3);
  }

  static UtxoState confirmed(Txid by) {
    return new UtxoState.Confirmed(by, 7, 0);
  }

  static UtxoSnapshot utxo(OutPoint outPoint, UtxoState state, long units) {
    return new UtxoSnapshot(outPoint, state, ADDRESS, Amount.ofUnits(units));
  }

  private long at() {
    return (events.size() + 1) * MS_NS;
  }

  private Story add(Event event) {
    events.add(event);
    return this;
  }

  /** A stage begins. */
  public Story reached(Event.Stage stage) {
    return add(new Event.Reached(at(), stage));
  }

  /** A fault begins. */
  public Story broke(int id, FaultKind kind, String detail, Integer... nodes) {
    return add(new Event.FaultBegan(at(), id, kind, Set.of(nodes), detail));
  }

  /** It is over. */
  public Story mended(int id) {
    return add(new Event.FaultEnded(at(), id));
  }

  /** The only payment of a coin. */
  public Story honest(Txid txid, OutPoint input) {
    return made(txid, Event.Intent.HONEST, input);
  }

  /** One of two payments of a coin. */
  public Story rival(Txid txid, OutPoint input) {
    return made(txid, Event.Intent.DOUBLE_SPEND, input);
  }

  private Story made(Txid txid, Event.Intent intent, OutPoint input) {
    return add(new Event.Made(at(), txid, intent, List.of(input), List.of(new OutPoint(txid, 0))));
  }

  /** Sent to a node. */
  public Story offered(int node, Txid txid) {
    return add(new Event.Offered(at(), node, txid));
  }

  /** The node took it. */
  public Story accepted(int node, Txid txid) {
    return add(new Event.Answered(at(), node, txid, Event.Answered.ACCEPTED));
  }

  /** A snapshot. */
  public Story subscribed(int node, int session, long first, UtxoSnapshot... utxos) {
    return add(new Event.Subscribed(at(), node, session, first, List.of(utxos)));
  }

  /** A change from {@code Unspent}. */
  public Story notified(int node, int session, long seq, OutPoint coin, UtxoState state) {
    return notified(node, session, seq, coin, UtxoState.UNSPENT, state);
  }

  Story notified(
      int node, int session, long seq, OutPoint coin, UtxoState before, UtxoState after) {
    return add(new Event.Notified(at(), node, session, seq, coin, ONE, before, after));
  }

  Story status(int node, Txid txid, TransactionPhase phase) {
    return add(new Event.StatusCame(at(), node, 1, txid, phase));
  }

  Story lost(int node, int session) {
    return add(new Event.Lost(at(), node, session, "it went away"));
  }

  Story told(int node, long height, int state) {
    return told(node, height, state, 0);
  }

  Story told(int node, long height, int state, int equivocations) {
    return add(new Event.Told(at(), node, height, new Hash256(state, 0, 0, 0), 0, equivocations));
  }

  Story found(int node, Txid txid, @Nullable TransactionPhase phase) {
    return add(new Event.Found(at(), node, txid, phase));
  }

  Story stood(int node, OutPoint coin, @Nullable UtxoState state) {
    return add(new Event.Stood(at(), node, coin, state));
  }

  Story held(int node, long height, UtxoSnapshot... utxos) {
    return add(new Event.Held(at(), node, height, List.of(utxos)));
  }

  /** The history so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
