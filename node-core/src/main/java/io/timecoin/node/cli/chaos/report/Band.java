package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One fault of one node over its time. */
record Band(int node, FaultKind kind, String detail, long fromNs, long toNs) {
  /** All of a history; what never ended lasts until its last event. */
  static List<Band> of(List<Event> history) {
    Map<Integer, Long> ends = new HashMap<>();
    for (Event event : history) {
      if (event instanceof Event.FaultEnded ended) {
        ends.put(ended.id(), ended.atNs());
      }
    }
    long last = history.isEmpty() ? 0 : history.getLast().atNs();
    List<Band> bands = new ArrayList<>();
    for (Event event : history) {
      if (event instanceof Event.FaultBegan b) {
        long end = ends.getOrDefault(b.id(), last);
        b.nodes().stream()
            .sorted()
            .forEach(node -> bands.add(new Band(node, b.kind(), b.detail(), b.atNs(), end)));
      }
    }
    return bands;
  }
}
