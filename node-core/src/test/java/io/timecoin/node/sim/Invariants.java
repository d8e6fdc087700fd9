package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold after every step, whoever crashes and whoever lies. */
final class Invariants {
  private record VoteKey(PublicKey voter, Txid txid, VotePhase phase) {}

  final Map<Txid, Transaction> transactions = new HashMap<>();
  final List<String> alarms = new ArrayList<>();
  private final SimWorld world;
  private final Map<OutPoint, Txid> finalSpender = new HashMap<>();
  private final Map<Integer, Set<Txid>> finals = new HashMap<>();
  private final Map<VoteKey, Decision> votes = new HashMap<>();
  private final Map<PublicKey, Set<Txid>> approved = new HashMap<>();
  int certificates;

  Invariants(SimWorld world) {
    this.world = world;
  }

  void known(Transaction transaction) {
    transactions.put(transaction.txid(), transaction);
  }

  void restarted(SimNode node) {
    Set<Txid> before = finals.getOrDefault(node.index(), Set.of());
    assertThat(new HashSet<>(node.engine().finalTxids()))
        .as("a restart forgets nothing final")
        .containsAll(before);
  }

  void turnEnded(SimNode node, Turn.Result result) {
    for (JournalRecord record : result.records()) {
      switch (record) {
        case JournalRecord.OwnVote own -> ownVote(node, own.vote());
        case JournalRecord.Finalized done -> finalized(node, done.certificate().txid());
        default -> {}
      }
    }
    if (!result.records().isEmpty()) {
      conservation(node);
    }
  }

  private void ownVote(SimNode node, SignedVote vote) {
    var statement = vote.statement();
    Decision before =
        votes.put(
            new VoteKey(vote.voter(), statement.txid(), statement.phase()), statement.decision());
    assertThat(before == null || before == statement.decision())
        .as("node %d never votes against itself on %s", node.index(), statement)
        .isTrue();
    if (statement.phase() == VotePhase.PREPARE && statement.decision() == Decision.APPROVE) {
      Set<Txid> mine = approved.computeIfAbsent(vote.voter(), _ -> new LinkedHashSet<>());
      for (Txid other : mine) {
        assertThat(
                other.equals(statement.txid())
                    || !conflict(other, statement.txid())
                    || lost(node, other))
            .as("node %d approves %s beside %s", node.index(), statement.txid(), other)
            .isTrue();
      }
      mine.add(statement.txid());
    }
  }

  private boolean conflict(Txid a, Txid b) {
    Set<OutPoint> shared = new HashSet<>(transactions.get(a).spends());
    shared.retainAll(transactions.get(b).spends());
    return !shared.isEmpty();
  }

  /** Whether that transaction conflicts with one the node knows final. */
  private boolean lost(SimNode node, Txid txid) {
    return transactions.get(txid).spends().stream()
        .flatMap(outPoint -> node.engine().utxo(outPoint).stream())
        .anyMatch(
            utxo -> utxo.state() instanceof UtxoState.SpentFinalized s && !s.txid().equals(txid));
  }

  private void finalized(SimNode node, Txid txid) {
    certificates++;
    finals.computeIfAbsent(node.index(), _ -> new HashSet<>()).add(txid);
    for (OutPoint outPoint : transactions.get(txid).spends()) {
      Txid before = finalSpender.put(outPoint, txid);
      assertThat(before == null || before.equals(txid))
          .as("two conflicting transactions final: %s and %s", before, txid)
          .isTrue();
    }
  }

  /** Money neither appears nor disappears: unspent and not yet final coins plus fees paid. */
  private void conservation(SimNode node) {
    long[] units = {0};
    node.engine()
        .forEachUtxo(
            utxo -> {
              if (!(utxo.state() instanceof UtxoState.SpentFinalized)) {
                units[0] += utxo.output().amount().units();
              }
            });
    long fees = node.engine().finalTxids().size() * world.genesis.minFee().units();
    assertThat(units[0] + fees).isEqualTo(SimWorld.COINS * SimWorld.COIN.units());
  }

  void misbehaved(SimNode node, @Nullable SimPeer peer, Action.Misbehaved action) {
    assertThat(peer)
        .as("node %d blames an honest peer: %s", node.index(), action.reason())
        .isNotInstanceOf(SimNode.class);
  }

  void alarm(SimNode node, Action.Alarm alarm) {
    alarms.add("node " + node.index() + ": " + alarm.message());
    assertThat(alarm.message()).as("an honest node must not stop").doesNotContain("voting stopped");
  }
}
