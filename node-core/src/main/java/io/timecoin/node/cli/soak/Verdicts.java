package io.timecoin.node.cli.soak;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.Cluster;
import io.timecoin.node.cli.cluster.Pause;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Terminal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of conflicting payments became final, at any node, ever. */
final class Verdicts {
  /** Transactions asked for at once. */
  private static final int ASKED_MAX = 1_000;

  /** After so long without news a contested pair is left to the blocks that will release it. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final Terminal terminal;
  private final Map<Txid, Set<Integer>> finals = new HashMap<>();
  private int decided;
  private int contested;
  private int breaches;

  Verdicts(Cluster cluster, Terminal terminal) {
    this.cluster = cluster;
    this.terminal = terminal;
  }

  boolean kept() {
    return breaches == 0;
  }

  /** Waits until every pair is decided at every node, or nothing moves any more; then judges. */
  void await(List<List<Txid>> pairs, Duration patience)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    long start = System.nanoTime();
    long lastNews = start;
    int known = -1;
    while (true) {
      look(pairs);
      int now = finalsAmong(pairs);
      lastNews = now == known ? lastNews : System.nanoTime();
      known = now;
      boolean all = known >= pairs.size() * cluster.connected().size();
      boolean quiet = System.nanoTime() - lastNews > QUIET.toNanos();
      if (all || quiet || System.nanoTime() - start > patience.toNanos()) {
        break;
      }
      Pause.shortly();
    }
    count(pairs);
  }

  private int finalsAmong(List<List<Txid>> pairs) {
    return pairs.stream()
        .flatMap(List::stream)
        .mapToInt(txid -> finals.getOrDefault(txid, Set.of()).size())
        .sum();
  }

  private void count(List<List<Txid>> pairs) {
    for (List<Txid> pair : pairs) {
      long won = pair.stream().filter(finals::containsKey).count();
      if (won == 0) {
        contested++;
      } else {
        decided++;
      }
    }
    judge(pairs);
  }

  private void judge(List<List<Txid>> pairs) {
    for (List<Txid> pair : pairs) {
      if (pair.stream().allMatch(finals::containsKey)) {
        breaches++;
        terminal.say(
            "BREACH: both are final: " + pair + " at " + pair.stream().map(finals::get).toList());
      }
    }
  }

  /** Everything once more at the end: what was final must be, and nothing else beside it. */
  void lookAgain(List<List<Txid>> pairs)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    int before = breaches;
    breaches = 0;
    look(pairs);
    judge(pairs);
    for (int node : cluster.connected()) {
      int proofs = cluster.status(node).equivocations();
      if (proofs > 0) {
        breaches++;
        terminal.say("BREACH: node " + (node + 1) + " holds " + proofs + " proofs of equivocation");
      }
    }
    breaches = Math.max(before, breaches);
  }

  private void look(List<List<Txid>> pairs)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    List<Txid> txids = pairs.stream().flatMap(List::stream).toList();
    for (int node : cluster.connected()) {
      for (int from = 0; from < txids.size(); from += ASKED_MAX) {
        List<Txid> some = txids.subList(from, Math.min(txids.size(), from + ASKED_MAX));
        Map<Txid, Cluster.Known> answers = cluster.ask(node, some);
        for (Map.Entry<Txid, Cluster.Known> answer : answers.entrySet()) {
          if (answer.getValue() instanceof Cluster.Known.Final) {
            finals.computeIfAbsent(answer.getKey(), _ -> new HashSet<>()).add(node);
          }
        }
      }
    }
  }

  @Override
  public String toString() {
    return "%d decided for one, %d contested (neither is final), %d breaches"
        .formatted(decided, contested, breaches);
  }
}
