package io.timecoin.node.sim;

import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold after every step, whoever crashes and whoever lies. */
final class Invariants implements Witness {
  private final Map<Txid, Transaction> transactions = new HashMap<>();
  private final VoteRules votes;
  private final FinalRules finals;

  Invariants(SimWorld world) {
    this.votes = new VoteRules(world.genesis.masternodes(), transactions);
    this.finals = new FinalRules(world, transactions);
  }

  /** A transaction that somebody is about to send. */
  void known(Transaction transaction) {
    transactions.put(transaction.txid(), transaction);
  }

  /** How many transactions there are. */
  int sentTransactions() {
    return transactions.size();
  }

  FinalRules finals() {
    return finals;
  }

  @Override
  public void restored(SimNode node, JournalRecord record) {
    keeps(node, record); // it may have been lost on its way to the witness, not to the disk
  }

  @Override
  public void started(SimNode node) {
    finals.started(node);
    votes.started(node);
  }

  @Override
  public void turned(SimNode node) {
    MasternodeEngine engine = node.engine();
    Breach.unless(
        engine.pending() <= SimWorld.LIMITS.pendingMax(),
        "node %d holds %d pending transactions",
        node.index(),
        engine.pending());
    Breach.unless(
        engine.orphans() <= SimWorld.LIMITS.orphansMax(),
        "node %d holds %d orphans",
        node.index(),
        engine.orphans());
  }

  @Override
  public void persisted(SimNode node, List<JournalRecord> records) {
    boolean moved = false;
    for (JournalRecord record : records) {
      keeps(node, record);
      moved |= record instanceof JournalRecord.Finalized || record instanceof JournalRecord.Decided;
    }
    if (moved) {
      finals.conserved(node);
      finals.sameState(node);
    }
  }

  private void keeps(SimNode node, JournalRecord record) {
    switch (record) {
      case JournalRecord.OwnVote own -> votes.voted(node, own.vote());
      case JournalRecord.Prepared prepared -> votes.prepared(node, prepared.certificate().txid());
      case JournalRecord.Finalized done -> finals.finalized(node, done.certificate().txid());
      case JournalRecord.BlockMemory memory ->
          memory.memory().statements().forEach(statement -> votes.blockVote(node, statement));
      case JournalRecord.OwnProposal own -> votes.proposed(node, own.proposal());
      case JournalRecord.Decided decided -> finals.decided(node, decided.decided().block());
      case JournalRecord.Halted halted ->
          throw new Breach("node %d halts: %s".formatted(node.index(), halted.reason()));
      default -> {}
    }
  }

  @Override
  public void sends(SimNode node, NetworkMessage message) {
    votes.sends(node, message);
  }

  @Override
  public void blames(SimNode node, @Nullable SimPeer peer, Action.Misbehaved action) {
    Breach.unless(
        !(peer instanceof SimNode),
        "node %d blames an honest peer: %s",
        node.index(),
        action.reason());
  }

  @Override
  public void alarms(SimNode node, Action.Alarm alarm) {
    Breach.unless(
        !alarm.message().contains("voting stopped"),
        "node %d, which is honest, stops: %s",
        node.index(),
        alarm.message());
  }
}
