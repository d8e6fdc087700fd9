package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.cli.chaos.history.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Nodes of the same height have the same state hash, whenever each of them was there. */
final class SameStateRule implements Rule {
  private final int nodes;

  SameStateRule(int nodes) {
    this.nodes = nodes;
  }

  @Override
  public String title() {
    return "all %d nodes agree on the state of every height".formatted(nodes);
  }

  @Override
  public boolean needsTheEnd() {
    return false;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Map<Long, Map<Hash256, Set<Integer>>> heights = new TreeMap<>();
    for (Event event : history) {
      if (event instanceof Event.Told told) {
        heights
            .computeIfAbsent(told.height(), _ -> new LinkedHashMap<>())
            .computeIfAbsent(told.stateHash(), _ -> new TreeSet<>())
            .add(told.node() + 1);
      }
    }
    List<String> found = new ArrayList<>();
    heights.forEach(
        (height, hashes) -> {
          if (hashes.size() > 1) {
            found.add("at height %d states differ, by nodes: %s".formatted(height, hashes));
          }
        });
    return found;
  }
}
