package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An honest payment that any node accepted is final at every node in the end. */
final class AcceptedFinalRule implements Rule {
  private final int nodes;

  AcceptedFinalRule(int nodes) {
    this.nodes = nodes;
  }

  @Override
  public String title() {
    return "every accepted honest payment is final everywhere";
  }

  @Override
  public boolean needsTheEnd() {
    return true;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Set<Txid> honest = new HashSet<>();
    Set<Txid> accepted = new LinkedHashSet<>();
    Map<Txid, Set<Integer>> finals = new HashMap<>();
    for (Event event : history) {
      switch (event) {
        case Event.Made e when e.intent() == Event.Intent.HONEST -> honest.add(e.txid());
        case Event.Answered e when e.answer().equals(Event.Answered.ACCEPTED) ->
            accepted.add(e.txid());
        case Event.Found e when e.phase() != null && e.phase().isFinal() ->
            finals.computeIfAbsent(e.txid(), _ -> new HashSet<>()).add(e.node());
        default -> {}
      }
    }
    accepted.retainAll(honest);
    return missing(accepted, finals);
  }

  private List<String> missing(Set<Txid> accepted, Map<Txid, Set<Integer>> finals) {
    List<String> found = new ArrayList<>();
    for (Txid txid : accepted) {
      Set<Integer> without = new TreeSet<>();
      for (int node = 0; node < nodes; node++) {
        if (!finals.getOrDefault(txid, Set.of()).contains(node)) {
          without.add(node + 1);
        }
      }
      if (!without.isEmpty()) {
        found.add("%s was accepted and is not final at nodes %s".formatted(txid, without));
      }
    }
    return found;
  }
}
