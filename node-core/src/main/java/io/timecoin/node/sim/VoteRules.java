package io.timecoin.node.sim;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.masternode.Quorum;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.tx.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * No honest node votes, commits, promises or proposes against itself, crash or not, and none says
 * what is not on its disk. Source: protocol.md 4.
 */
final class VoteRules {
  private record VoteKey(PublicKey voter, Txid txid, VotePhase phase) {}

  private record BlockVoteKey(PublicKey voter, long height, int round, BlockPhase phase) {}

  private record ProposalKey(PublicKey proposer, long height, int round) {}

  private final MasternodeSet masternodes;
  private final int honestOfQuorum;
  private final Map<Txid, Transaction> transactions;
  private final Map<VoteKey, Decision> votes = new HashMap<>();
  private final Map<PublicKey, Set<Txid>> approved = new HashMap<>();
  private final Map<PublicKey, Set<Txid>> prepared = new HashMap<>();
  private final Map<BlockVoteKey, BlockStatement> blockVotes = new HashMap<>();
  private final Map<ProposalKey, Hash256> proposals = new HashMap<>();

  VoteRules(MasternodeSet masternodes, Map<Txid, Transaction> transactions) {
    this.masternodes = masternodes;
    this.honestOfQuorum = masternodes.quorum() - Quorum.faulty(masternodes.size());
    this.transactions = transactions;
  }

  /** A prepare certificate is on its disk. */
  void prepared(SimNode node, Txid txid) {
    prepared.computeIfAbsent(node.publicKey(), _ -> new HashSet<>()).add(txid);
  }

  /** After a restart everything said and held before must be remembered. */
  void started(SimNode node) {
    Set<Txid> pending = new HashSet<>(node.engine().pendingTxids());
    Set<Txid> proven = new HashSet<>(node.engine().preparedTxids());
    for (Txid txid : prepared.getOrDefault(node.publicKey(), Set.of())) {
      Breach.unless(
          proven.contains(txid) || !pending.contains(txid),
          "node %d forgets the prepare certificate of %s",
          node.index(),
          txid);
    }
    Set<VoteStatement> remembered = new HashSet<>(node.engine().ownVotes());
    votes.forEach(
        (key, decision) -> {
          if (key.voter().equals(node.publicKey()) && pending.contains(key.txid())) {
            var vote = new VoteStatement(key.txid(), key.phase(), decision);
            Breach.unless(
                remembered.contains(vote), "node %d forgets its vote %s", node.index(), vote);
          }
        });
  }

  void blockVote(SimNode node, BlockStatement statement) {
    BlockStatement before =
        blockVotes.putIfAbsent(
            new BlockVoteKey(
                node.publicKey(), statement.height(), statement.round(), statement.phase()),
            statement);
    Breach.unless(
        before == null || before.equals(statement),
        "node %d votes against itself: %s, then %s",
        node.index(),
        before,
        statement);
    if (before == null && statement.phase() == BlockPhase.PREVOTE) {
      keepsLock(node, statement);
    }
  }

  /**
   * Who precommitted a block prevotes for no other, unless a quorum has prevoted for that one
   * since: at least the honest part of it is known here, since votes are seen before they leave.
   */
  private void keepsLock(SimNode node, BlockStatement vote) {
    Hash256 block = vote.block();
    for (int round = vote.round() - 1; block != null && round >= 0; round--) {
      if (honestPrevotes(vote.height(), round, block) >= honestOfQuorum) {
        return;
      }
      BlockStatement own =
          blockVotes.get(
              new BlockVoteKey(node.publicKey(), vote.height(), round, BlockPhase.PRECOMMIT));
      Hash256 locked = own == null ? null : own.block();
      if (locked != null) {
        Breach.unless(
            locked.equals(block),
            "node %d prevotes %s, and is locked on %s since round %d",
            node.index(),
            vote,
            locked,
            round);
        return;
      }
    }
  }

  private long honestPrevotes(long height, int round, Hash256 block) {
    return masternodes.members().stream()
        .map(
            member ->
                blockVotes.get(
                    new BlockVoteKey(member.publicKey(), height, round, BlockPhase.PREVOTE)))
        .filter(vote -> vote != null && block.equals(vote.block()))
        .count();
  }

  void proposed(SimNode node, Proposal proposal) {
    Hash256 before =
        proposals.putIfAbsent(
            new ProposalKey(proposal.proposer(), proposal.height(), proposal.round()),
            proposal.block());
    Breach.unless(
        before == null || before.equals(proposal.block()),
        "node %d proposes twice in round %d of block %d",
        node.index(),
        proposal.round(),
        proposal.height());
  }

  void voted(SimNode node, SignedVote vote) {
    VoteStatement statement = vote.statement();
    VoteKey key = new VoteKey(vote.voter(), statement.txid(), statement.phase());
    Decision before = votes.put(key, statement.decision());
    Breach.unless(
        before == null || before == statement.decision(),
        "node %d votes %s, and voted %s",
        node.index(),
        statement,
        before);
    Breach.unless(
        !gave(vote, VotePhase.COMMIT) || !gave(vote, VotePhase.PROMISE),
        "node %d commits to and promises %s",
        node.index(),
        statement.txid());
    if (statement.phase() == VotePhase.PREPARE && statement.decision() == Decision.APPROVE) {
      approves(node, vote.voter(), statement.txid());
    }
  }

  private void approves(SimNode node, PublicKey voter, Txid txid) {
    Set<Txid> mine = approved.computeIfAbsent(voter, _ -> new LinkedHashSet<>());
    if (!mine.add(txid)) {
      return;
    }
    for (Txid other : mine) {
      Breach.unless(
          other.equals(txid) || !conflict(other, txid) || !node.running() || lost(node, other),
          "node %d approves %s beside %s",
          node.index(),
          txid,
          other);
    }
  }

  private boolean gave(SignedVote vote, VotePhase phase) {
    return votes.containsKey(new VoteKey(vote.voter(), vote.statement().txid(), phase));
  }

  private boolean conflict(Txid a, Txid b) {
    Transaction first = transactions.get(a);
    Transaction second = transactions.get(b);
    Breach.unless(first != null && second != null, "a vote on %s, which nobody sent", b);
    Set<OutPoint> shared = new HashSet<>(first == null ? Set.of() : first.spends());
    shared.retainAll(second == null ? Set.of() : second.spends());
    return !shared.isEmpty();
  }

  /** Whether that transaction is released, or conflicts with one the node knows final. */
  private static boolean lostTo(SimNode node, Transaction transaction) {
    return transaction.spends().stream()
        .flatMap(outPoint -> node.engine().utxo(outPoint).stream())
        .flatMap(utxo -> utxo.state().finalSpender().stream())
        .anyMatch(spender -> !spender.equals(transaction.txid()));
  }

  private boolean lost(SimNode node, Txid txid) {
    Transaction transaction = transactions.get(txid);
    return node.engine().isReleased(txid) || transaction != null && lostTo(node, transaction);
  }

  /** Its own votes in a message must be on its disk. */
  void sends(SimNode node, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.InstantFinalityVote m -> m.votes().forEach(v -> durable(node, v));
      case NetworkMessage.ReleasePromise m ->
          m.promises().stream().map(Promise::vote).forEach(v -> durable(node, v));
      case NetworkMessage.BlockVote m ->
          m.votes().stream()
              .filter(v -> v.voter().equals(node.publicKey()))
              .forEach(v -> durable(node, v.statement()));
      default -> {}
    }
  }

  private void durable(SimNode node, SignedVote vote) {
    VoteStatement s = vote.statement();
    Breach.unless(
        !vote.voter().equals(node.publicKey())
            || votes.containsKey(new VoteKey(vote.voter(), s.txid(), s.phase())),
        "node %d sends its vote %s, which is not on its disk",
        node.index(),
        s);
  }

  private void durable(SimNode node, BlockStatement s) {
    var key = new BlockVoteKey(node.publicKey(), s.height(), s.round(), s.phase());
    Breach.unless(
        blockVotes.containsKey(key),
        "node %d sends its vote %s, which is not on its disk",
        node.index(),
        s);
  }
}
