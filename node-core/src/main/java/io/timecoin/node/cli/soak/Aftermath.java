package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.protocol.StatusReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be true once the faults are over: every acknowledged payment is final at every node,
 * all nodes have the same state at the same height, and nobody holds a proof that a masternode
 * contradicted itself.
 */
final class Aftermath {
  private static final int ASKED_MAX = 500;

  private final Cluster cluster;
  private final Terminal terminal;
  private int breaches;

  Aftermath(Cluster cluster, Terminal terminal) {
    this.cluster = cluster;
    this.terminal = terminal;
  }

  int breaches() {
    return breaches;
  }

  private void breach(String what) {
    breaches++;
    terminal.say("BREACH: " + what);
  }

  /** Waits for it, and says what is missing when the patience ends. Returns how long it took. */
  Duration await(List<Txid> acknowledged, Duration patience)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long start = System.nanoTime();
    requireFinal(acknowledged, start, patience);
    requireSameState(start, patience);
    requireHonesty();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void requireFinal(List<Txid> acknowledged, long start, Duration patience)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    for (int node : cluster.connected()) {
      Set<Txid> open = new HashSet<>(acknowledged);
      while (true) {
        open.removeAll(finalAt(node, List.copyOf(open)));
        if (open.isEmpty()) {
          break;
        }
        if (System.nanoTime() - start > patience.toNanos()) {
          breach(
              "node %d does not have %d of %d acknowledged payments final, one is %s"
                  .formatted(node + 1, open.size(), acknowledged.size(), open.iterator().next()));
          break;
        }
        Pause.shortly();
      }
    }
  }

  private Set<Txid> finalAt(int node, List<Txid> txids)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Set<Txid> done = new HashSet<>();
    for (int from = 0; from < txids.size(); from += ASKED_MAX) {
      List<Txid> some = txids.subList(from, Math.min(txids.size(), from + ASKED_MAX));
      List<Txid> left = new ArrayList<>(some);
      while (!left.isEmpty()) {
        Map<Txid, Cluster.Known> known = cluster.ask(node, left);
        List<Txid> answered =
            left.stream().filter(t -> !(known.get(t) instanceof Cluster.Known.Missing)).toList();
        answered.stream()
            .filter(t -> known.get(t) instanceof Cluster.Known.Final)
            .forEach(done::add);
        if (answered.isEmpty()) {
          break; // the rest is missing there; an answer leaves out only what does not fit
        }
        left.removeAll(answered);
      }
    }
    return done;
  }

  private void requireSameState(long start, Duration patience)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    while (true) {
      Map<Hash256, List<Integer>> states = new HashMap<>();
      StringBuilder heights = new StringBuilder();
      long unconfirmed = 0;
      for (int node : cluster.connected()) {
        StatusReport status = cluster.status(node);
        states.computeIfAbsent(status.chain().stateHash(), _ -> new ArrayList<>()).add(node + 1);
        heights.append(" %d:%d".formatted(node + 1, status.height()));
        unconfirmed += status.chain().unconfirmed();
      }
      if (states.size() == 1 && unconfirmed == 0) {
        return;
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        breach("states differ: " + states.values() + ", heights" + heights);
        return;
      }
      Pause.shortly();
    }
  }

  private void requireHonesty()
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    for (int node : cluster.connected()) {
      StatusReport status = cluster.status(node);
      if (status.equivocations() > 0) {
        breach(
            "node %d holds %d proofs of equivocation".formatted(node + 1, status.equivocations()));
      }
    }
  }
}
