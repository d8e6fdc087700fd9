package io.timecoin.node.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.tx.Transaction;
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

  private record BlockVoteKey(PublicKey voter, long height, int round, BlockPhase phase) {}

  private record ProposalKey(PublicKey proposer, long height, int round) {}

  final Map<Txid, Transaction> transactions = new HashMap<>();
  final List<String> alarms = new ArrayList<>();
  private final SimWorld world;
  private final Map<OutPoint, Txid> finalSpender = new HashMap<>();
  private final Map<Integer, Set<Txid>> finals = new HashMap<>();
  private final Map<VoteKey, Decision> votes = new HashMap<>();
  private final Map<PublicKey, Set<Txid>> approved = new HashMap<>();
  private final Map<BlockVoteKey, BlockStatement> blockVotes = new HashMap<>();
  private final Map<ProposalKey, Hash256> proposals = new HashMap<>();
  private final Map<Long, Hash256> blocks = new HashMap<>();
  private final Map<Long, Hash256> stateHashes = new HashMap<>();
  private final Map<Integer, Long> heights = new HashMap<>();
  private final Set<Txid> finalAnywhere = new HashSet<>();
  final Set<Txid> released = new HashSet<>();
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
    assertThat(node.engine().height())
        .as("a restart forgets no block")
        .isGreaterThanOrEqualTo(heights.getOrDefault(node.index(), 0L));
    Set<Txid> pending = new HashSet<>(node.engine().pendingTxids());
    Set<VoteStatement> remembered = new HashSet<>(node.engine().ownVotes());
    votes.forEach(
        (key, decision) -> {
          if (key.voter().equals(node.publicKey()) && pending.contains(key.txid())) {
            assertThat(remembered)
                .as("a restart of node %d forgets no vote", node.index())
                .contains(new VoteStatement(key.txid(), key.phase(), decision));
          }
        });
  }

  void turnEnded(SimNode node, Turn.Result result) {
    for (JournalRecord record : result.records()) {
      switch (record) {
        case JournalRecord.OwnVote own -> ownVote(node, own.vote());
        case JournalRecord.Finalized done -> finalized(node, done.certificate().txid());
        case JournalRecord.BlockMemory memory ->
            memory.memory().statements().forEach(statement -> blockVote(node, statement));
        case JournalRecord.OwnProposal own -> proposed(own.proposal());
        case JournalRecord.Decided decided -> decided(node, decided.decided().block());
        default -> {}
      }
    }
    if (!result.records().isEmpty()) {
      conservation(node);
      sameState(node);
    }
  }

  private void blockVote(SimNode node, BlockStatement statement) {
    BlockStatement before =
        blockVotes.putIfAbsent(
            new BlockVoteKey(
                node.publicKey(), statement.height(), statement.round(), statement.phase()),
            statement);
    assertThat(before == null || before.equals(statement))
        .as("node %d never votes against itself: %s, %s", node.index(), before, statement)
        .isTrue();
  }

  private void proposed(Proposal proposal) {
    Hash256 before =
        proposals.putIfAbsent(
            new ProposalKey(proposal.proposer(), proposal.height(), proposal.round()),
            proposal.block());
    assertThat(before == null || before.equals(proposal.block()))
        .as("one proposal a round by %s", proposal.proposer())
        .isTrue();
  }

  private void decided(SimNode node, Block block) {
    Hash256 before = blocks.putIfAbsent(block.height(), block.hash());
    assertThat(before == null || before.equals(block.hash()))
        .as("node %d decides another block %d", node.index(), block.height())
        .isTrue();
    heights.merge(node.index(), block.height(), Math::max);
    block.transactions().forEach(txid -> finalized(node, txid));
    for (Txid txid : block.releases()) {
      released.add(txid);
      assertThat(finalAnywhere).as("what is released was never final").doesNotContain(txid);
    }
  }

  /** Equal height means equal state. */
  private void sameState(SimNode node) {
    Hash256 own = node.engine().stateHash();
    Hash256 other = stateHashes.putIfAbsent(node.engine().height(), own);
    assertThat(other == null || other.equals(own))
        .as("node %d has another state at height %d", node.index(), node.engine().height())
        .isTrue();
  }

  private void ownVote(SimNode node, SignedVote vote) {
    var statement = vote.statement();
    Decision before =
        votes.put(
            new VoteKey(vote.voter(), statement.txid(), statement.phase()), statement.decision());
    assertThat(before == null || before == statement.decision())
        .as("node %d never votes against itself on %s", node.index(), statement)
        .isTrue();
    assertThat(gave(vote, VotePhase.COMMIT) && gave(vote, VotePhase.PROMISE))
        .as("node %d never commits and promises %s", node.index(), statement.txid())
        .isFalse();
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

  private boolean gave(SignedVote vote, VotePhase phase) {
    return votes.containsKey(new VoteKey(vote.voter(), vote.statement().txid(), phase));
  }

  private boolean conflict(Txid a, Txid b) {
    Set<OutPoint> shared = new HashSet<>(transactions.get(a).spends());
    shared.retainAll(transactions.get(b).spends());
    return !shared.isEmpty();
  }

  /** Whether that transaction is released, or conflicts with one the node knows final. */
  private boolean lost(SimNode node, Txid txid) {
    return node.engine().isReleased(txid)
        || transactions.get(txid).spends().stream()
            .flatMap(outPoint -> node.engine().utxo(outPoint).stream())
            .flatMap(utxo -> utxo.state().finalSpender().stream())
            .anyMatch(spender -> !spender.equals(txid));
  }

  private void finalized(SimNode node, Txid txid) {
    certificates++;
    finals.computeIfAbsent(node.index(), _ -> new HashSet<>()).add(txid);
    finalAnywhere.add(txid);
    assertThat(released).as("what is final was never released").doesNotContain(txid);
    for (OutPoint outPoint : transactions.get(txid).spends()) {
      Txid before = finalSpender.put(outPoint, txid);
      assertThat(before == null || before.equals(txid))
          .as("two conflicting transactions final: %s and %s", before, txid)
          .isTrue();
    }
  }

  /**
   * Money neither appears nor disappears: coins not spent for ever, plus fees that no block has
   * paid out, minus rewards.
   */
  private void conservation(SimNode node) {
    long[] units = {0};
    node.engine()
        .forEachUtxo(
            utxo -> {
              if (utxo.state().finalSpender().isEmpty()) {
                units[0] += utxo.output().amount().units();
              }
            });
    long fees = node.engine().status().chain().unconfirmed() * world.genesis.minFee().units();
    long rewards = node.engine().height() * SimWorld.REWARD.units();
    assertThat(units[0] + fees - rewards).isEqualTo(SimWorld.COINS * SimWorld.COIN.units());
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
