package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.cli.chaos.history.Event;
import java.util.List;
import java.util.TreeMap;

/** No node holds a proof that another contradicted itself: none of them lies here. */
final class HonestyRule implements Rule {
  @Override
  public String title() {
    return "no node has a proof that another contradicted itself";
  }

  @Override
  public boolean needsTheEnd() {
    return false;
  }

  @Override
  public List<String> broken(List<Event> history) {
    TreeMap<Integer, Integer> proofs = new TreeMap<>();
    for (Event event : history) {
      if (event instanceof Event.Told told && told.equivocations() > 0) {
        proofs.merge(told.node(), told.equivocations(), Math::max);
      }
    }
    return proofs.entrySet().stream()
        .map(e -> "node %d holds %d proofs".formatted(e.getKey() + 1, e.getValue()))
        .toList();
  }
}
