package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.cli.chaos.history.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Once everything is healed, all nodes come to the same height and state by themselves. */
final class SettledRule implements Rule {
  @Override
  public String title() {
    return "the network is whole again by itself in time";
  }

  @Override
  public boolean needsTheEnd() {
    return true;
  }

  @Override
  public List<String> broken(List<Event> history) {
    boolean settled =
        history.stream()
            .anyMatch(e -> e instanceof Event.Reached r && r.stage() == Event.Stage.SETTLED);
    if (settled) {
      return List.of();
    }
    Map<Integer, Event.Told> last = new TreeMap<>();
    for (Event event : history) {
      if (event instanceof Event.Told told) {
        last.put(told.node() + 1, told);
      }
    }
    return List.of(
        "nodes did not come to agree: "
            + last.entrySet().stream()
                .map(e -> describe(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", ")));
  }

  private static String describe(int node, Event.Told told) {
    return "node %d at height %d with %d unconfirmed"
        .formatted(node, told.height(), told.unconfirmed());
  }
}
