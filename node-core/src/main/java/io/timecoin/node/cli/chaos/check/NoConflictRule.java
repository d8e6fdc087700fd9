package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.protocol.TransactionPhase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** No coin is finally spent by two transactions, whichever nodes say so and whenever. */
final class NoConflictRule implements Rule {
  @Override
  public String title() {
    return "no two conflicting payments are final, at any node";
  }

  @Override
  public boolean needsTheEnd() {
    return false;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Spends spends = new Spends();
    history.forEach(spends::learn);
    history.forEach(spends::see);
    return spends.conflicts();
  }

  /** By coin, who spent it for ever and at which nodes. */
  private static final class Spends {
    private final Map<Txid, List<OutPoint>> inputs = new HashMap<>();
    private final Map<OutPoint, Map<Txid, Set<Integer>>> spenders = new LinkedHashMap<>();

    void learn(Event event) {
      if (event instanceof Event.Made made) {
        inputs.put(made.txid(), made.inputs());
      }
    }

    void see(Event event) {
      Finals.sights(event)
          .forEach(
              sight ->
                  sight
                      .state()
                      .finalSpender()
                      .ifPresent(txid -> spent(sight.outPoint(), txid, sight.node())));
      if (event instanceof Event.StatusCame status) {
        phase(status.txid(), status.phase(), status.node());
      } else if (event instanceof Event.Found found) {
        phase(found.txid(), found.phase(), found.node());
      }
    }

    private void phase(Txid txid, @Nullable TransactionPhase phase, int node) {
      if (phase != null && phase.isFinal()) {
        inputs.getOrDefault(txid, List.of()).forEach(input -> spent(input, txid, node));
      }
    }

    private void spent(OutPoint outPoint, Txid txid, int node) {
      spenders
          .computeIfAbsent(outPoint, _ -> new LinkedHashMap<>())
          .computeIfAbsent(txid, _ -> new TreeSet<>())
          .add(node + 1);
    }

    List<String> conflicts() {
      List<String> found = new ArrayList<>();
      spenders.forEach(
          (outPoint, by) -> {
            if (by.size() > 1) {
              found.add("%s is finally spent by, at nodes: %s".formatted(outPoint, by));
            }
          });
      return found;
    }
  }
}
