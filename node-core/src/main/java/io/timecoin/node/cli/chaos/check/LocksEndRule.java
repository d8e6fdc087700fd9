package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.client.States;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In the end no coin is reserved for a payment any more: all is spent for ever, or free. */
final class LocksEndRule implements Rule {
  private final int nodes;

  LocksEndRule(int nodes) {
    this.nodes = nodes;
  }

  @Override
  public String title() {
    return "every lock has ended";
  }

  @Override
  public boolean needsTheEnd() {
    return true;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Set<Integer> looked = new HashSet<>();
    Set<String> found = new LinkedHashSet<>();
    for (Event event : history) {
      if (event instanceof Event.Held held) {
        looked.add(held.node());
      }
      if (event instanceof Event.Held || event instanceof Event.Stood) {
        Finals.sights(event)
            .filter(sight -> isLock(sight.state()))
            .forEach(
                sight ->
                    found.add(
                        "%s is still %s %s at node %d"
                            .formatted(
                                sight.outPoint(),
                                States.name(sight.state()),
                                States.details(sight.state()),
                                sight.node() + 1)));
      }
    }
    List<String> all = new ArrayList<>(found);
    for (int node = 0; node < nodes; node++) {
      if (!looked.contains(node)) {
        all.add("node %d did not show its coins in the end".formatted(node + 1));
      }
    }
    return all;
  }

  private static boolean isLock(UtxoState state) {
    return switch (state) {
      case UtxoState.Locked _, UtxoState.SpentPending _ -> true;
      case UtxoState.Unspent _, UtxoState.SpentFinalized _, UtxoState.Confirmed _ -> false;
    };
  }
}
