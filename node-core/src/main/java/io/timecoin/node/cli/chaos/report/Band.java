package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One fault of one node over its time.
 *
 * @param starting whether it is the part of a kill in which the node is being started
 */
record Band(int node, FaultKind kind, boolean starting, String detail, long fromNs, long toNs) {
  /** In a word or a few. */
  String words() {
    String label = starting ? "starting" : kind.label();
    return detail.isEmpty() ? label : label + ", " + detail;
  }

  /** All of a history; what never ended lasts until its last event. */
  static List<Band> of(List<Event> history) {
    Map<Integer, Long> ends = new HashMap<>();
    Map<Integer, Long> restarts = new HashMap<>();
    for (Event event : history) {
      if (event instanceof Event.Restarted restarted) {
        restarts.put(restarted.id(), restarted.atNs());
      } else if (event instanceof Event.FaultEnded ended) {
        ends.put(ended.id(), ended.atNs());
      }
    }
    long last = history.isEmpty() ? 0 : history.getLast().atNs();
    List<Band> bands = new ArrayList<>();
    for (Event event : history) {
      if (event instanceof Event.FaultBegan b) {
        long end = ends.getOrDefault(b.id(), last);
        long restart = restarts.getOrDefault(b.id(), end);
        for (int node : b.nodes().stream().sorted().toList()) {
          bands.add(new Band(node, b.kind(), false, b.detail(), b.atNs(), restart));
          if (restart < end) {
            bands.add(new Band(node, b.kind(), true, "", restart, end));
          }
        }
      }
    }
    return bands;
  }
}
