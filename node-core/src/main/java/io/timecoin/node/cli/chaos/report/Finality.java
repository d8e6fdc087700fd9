package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.Event.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long honest payments took from their first offer, whichever node it was made to, until a
 * client saw them final.
 *
 * @param sortedMs one each, the shortest first
 */
record Finality(List<Double> sortedMs) {
  private static final double NS_A_MS = 1e6;
  private static final int MS_A_SECOND = 1000;

  /** Whose clients count. */
  enum At {
    /** The first client that saw it. */
    FIRST,
    /** The last one; those that not all saw by a notification are left out. */
    LAST
  }

  Finality {
    sortedMs = sortedMs.stream().sorted().toList();
  }

  /**
   * Of the payments first offered within the stage.
   *
   * @param nodes how many clients there are
   */
  static Finality of(List<Event> history, Stage stage, At at, int nodes) {
    Map<Txid, Long> offered = new HashMap<>();
    Map<Txid, Map<Integer, Long>> seen = new HashMap<>();
    Set<Txid> honest = new HashSet<>();
    Set<Txid> before = new HashSet<>();
    boolean within = false;
    for (Event event : history) {
      switch (event) {
        case Event.Reached e -> within = e.stage() == stage;
        case Event.Made e when e.intent() == Event.Intent.HONEST -> honest.add(e.txid());
        case Event.Offered e -> {
          if (before.add(e.txid()) && within) {
            offered.put(e.txid(), e.atNs());
          }
        }
        case Event.Notified e ->
            e.newState()
                .finalSpender()
                .ifPresent(
                    txid ->
                        seen.computeIfAbsent(txid, _ -> new HashMap<>())
                            .putIfAbsent(e.node(), e.atNs()));
        default -> {}
      }
    }
    List<Double> took = new ArrayList<>();
    offered.forEach(
        (txid, atNs) -> {
          Map<Integer, Long> times = seen.getOrDefault(txid, Map.of());
          boolean counts = at == At.FIRST ? !times.isEmpty() : times.size() == nodes;
          if (honest.contains(txid) && counts) {
            long end =
                at == At.FIRST
                    ? times.values().stream().mapToLong(t -> t).min().orElse(atNs)
                    : times.values().stream().mapToLong(t -> t).max().orElse(atNs);
            took.add((end - atNs) / NS_A_MS);
          }
        });
    return new Finality(took);
  }

  int count() {
    return sortedMs.size();
  }

  /** In words; {@code share} from 0 to 1. */
  String percentile(double share) {
    if (sortedMs.isEmpty()) {
      return "–";
    }
    int index = (int) Math.ceil(share * sortedMs.size()) - 1;
    double ms = sortedMs.get(Math.clamp(index, 0, sortedMs.size() - 1));
    return ms < MS_A_SECOND
        ? String.format(Locale.ROOT, "%.1f ms", ms)
        : String.format(Locale.ROOT, "%.2f s", ms / MS_A_SECOND);
  }
}
