package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.stream.Stream;

/** What clients saw of coins' states. */
final class Finals {
  private Finals() {}

  /** One look at one coin. */
  record Sight(long atNs, int node, OutPoint outPoint, UtxoState state) {}

  /** In the order of the history; of a change its state before, then its state after. */
  static Stream<Sight> sights(Event event) {
    return switch (event) {
      case Event.Notified e ->
          Stream.of(
              new Sight(e.atNs(), e.node(), e.outPoint(), e.oldState()),
              new Sight(e.atNs(), e.node(), e.outPoint(), e.newState()));
      case Event.Subscribed e -> all(e.atNs(), e.node(), e.utxos());
      case Event.Held e -> all(e.atNs(), e.node(), e.utxos());
      case Event.Stood(long at, int node, OutPoint outPoint, UtxoState state) ->
          state == null ? Stream.empty() : Stream.of(new Sight(at, node, outPoint, state));
      case Event.Reached _,
          Event.FaultBegan _,
          Event.Restarted _,
          Event.FaultEnded _,
          Event.Made _,
          Event.Offered _,
          Event.Answered _,
          Event.StatusCame _,
          Event.Lost _,
          Event.Told _,
          Event.Found _ ->
          Stream.empty();
    };
  }

  private static Stream<Sight> all(long atNs, int node, List<UtxoSnapshot> utxos) {
    return utxos.stream().map(utxo -> new Sight(atNs, node, utxo.outpoint(), utxo.state()));
  }
}
