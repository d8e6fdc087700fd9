package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.Amount;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;

/**
 * In the end the free coins of all addresses are, at each node, exactly the money there must be.
 */
final class ValueRule implements Rule {
  private final int nodes;
  private final Economy economy;

  ValueRule(int nodes, Economy economy) {
    this.nodes = nodes;
    this.economy = economy;
  }

  @Override
  public String title() {
    return "the money is all there, and no more";
  }

  @Override
  public boolean needsTheEnd() {
    return true;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Event.Held[] last = new Event.Held[nodes];
    for (Event event : history) {
      if (event instanceof Event.Held held) {
        last[held.node()] = held;
      }
    }
    List<String> found = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      if (last[node] == null) {
        found.add("node %d did not show its coins in the end".formatted(node + 1));
      } else {
        judge(last[node], found);
      }
    }
    return found;
  }

  private void judge(Event.Held held, List<String> found) {
    long units =
        held.utxos().stream()
            .filter(utxo -> utxo.state() instanceof UtxoState.Unspent)
            .map(UtxoSnapshot::amount)
            .mapToLong(Amount::units)
            .sum();
    long due = economy.unitsAt(held.height());
    if (units != due) {
      found.add(
          "node %d holds %d units at height %d, not %d"
              .formatted(held.node() + 1, units, held.height(), due));
    }
  }
}
