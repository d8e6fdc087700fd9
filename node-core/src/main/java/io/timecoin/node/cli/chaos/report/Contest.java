package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A double spend and what became of it.
 *
 * @param resolvedNs when the first client saw one of them final, or the last one saw the coin free
 *     again; the begin where neither was seen
 */
record Contest(long beganNs, long resolvedNs, End end) {
  /** How it ended. */
  enum End {
    /** One of them is final. */
    DECIDED,
    /** Neither is, and the coin is free. */
    RELEASED,
    /** Neither was seen: no node took any of them, or the run was cut short. */
    UNSEEN
  }

  /** All of a history, in order. */
  static List<Contest> of(List<Event> history) {
    Map<OutPoint, Set<Txid>> rivals = new LinkedHashMap<>();
    Map<OutPoint, Contest> contests = new LinkedHashMap<>();
    for (Event event : history) {
      if (event instanceof Event.Made made && made.intent() == Event.Intent.DOUBLE_SPEND) {
        OutPoint coin = made.inputs().getFirst();
        rivals.computeIfAbsent(coin, _ -> new HashSet<>()).add(made.txid());
        contests.putIfAbsent(coin, new Contest(made.atNs(), made.atNs(), End.UNSEEN));
      } else if (event instanceof Event.Notified seen) {
        contests.computeIfPresent(
            seen.outPoint(),
            (coin, contest) -> contest.after(seen, rivals.getOrDefault(coin, Set.of())));
      }
    }
    return new ArrayList<>(contests.values());
  }

  private Contest after(Event.Notified seen, Set<Txid> rivals) {
    if (end == End.DECIDED) {
      return this;
    }
    if (seen.newState().finalSpender().filter(rivals::contains).isPresent()) {
      return new Contest(beganNs, seen.atNs(), End.DECIDED);
    }
    return seen.newState() instanceof UtxoState.Unspent
        ? new Contest(beganNs, seen.atNs(), End.RELEASED)
        : this;
  }
}
