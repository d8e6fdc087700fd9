package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.FaultKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A history in figures.
 *
 * @param faults how many of each kind; of a node's process one for each node
 * @param answers to offers of honest payments, how many of each
 * @param settledMs from the last payment until all nodes agreed, or -1 if they did not
 */
record Summary(
    Map<FaultKind, Integer> faults,
    int honest,
    int accepted,
    Map<String, Integer> answers,
    List<Contest> contests,
    int notifications,
    int sessions,
    long settledMs) {
  private static final long NS_A_MS = 1_000_000;

  static Summary of(List<Event> history) {
    Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    Map<String, Integer> answers = new TreeMap<>();
    Set<Txid> honest = new HashSet<>();
    Set<Txid> accepted = new HashSet<>();
    int notifications = 0;
    int sessions = 0;
    long paymentsEndNs = -1;
    long settledNs = -1;
    for (Event event : history) {
      switch (event) {
        case Event.FaultBegan e -> faults.merge(e.kind(), 1, Integer::sum);
        case Event.Made e when e.intent() == Event.Intent.HONEST -> honest.add(e.txid());
        case Event.Answered e when honest.contains(e.txid()) -> {
          answers.merge(e.answer(), 1, Integer::sum);
          if (e.answer().equals(Event.Answered.ACCEPTED)) {
            accepted.add(e.txid());
          }
        }
        case Event.Notified _ -> notifications++;
        case Event.Subscribed _ -> sessions++;
        case Event.Reached e when e.stage() == Event.Stage.PAYMENTS_END -> paymentsEndNs = e.atNs();
        case Event.Reached e when e.stage() == Event.Stage.SETTLED -> settledNs = e.atNs();
        default -> {}
      }
    }
    return new Summary(
        faults,
        honest.size(),
        accepted.size(),
        answers,
        Contest.of(history),
        notifications,
        sessions,
        settledNs < 0 ? -1 : (settledNs - paymentsEndNs) / NS_A_MS);
  }

  int faultsInAll() {
    return faults.values().stream().mapToInt(n -> n).sum();
  }

  /** As {@code 12 killed, 7 paused}. */
  String faultsByKind() {
    return faults.isEmpty()
        ? "none"
        : faults.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
  }

  long contests(Contest.End end) {
    return contests.stream().filter(contest -> contest.end() == end).count();
  }
}
