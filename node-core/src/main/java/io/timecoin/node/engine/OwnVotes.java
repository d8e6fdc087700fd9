package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.ledger.Archive;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every vote this node's key must answer for, for as long as it could contradict it: in memory, and
 * in the archive once it is on a transaction that has left the pool without being final. Votes on
 * what a block has decided are forgotten: nothing can be voted there any more.
 */
final class OwnVotes {
  private final Archive archive;
  private final Map<Txid, Map<VoteStatement, SignedVote>> byTxid = new HashMap<>();

  OwnVotes(Archive archive) {
    this.archive = archive;
  }

  void add(SignedVote vote) {
    byTxid
        .computeIfAbsent(vote.statement().txid(), _ -> new LinkedHashMap<>(4))
        .put(vote.statement(), vote);
  }

  boolean contains(VoteStatement statement) {
    return byTxid.getOrDefault(statement.txid(), Map.of()).containsKey(statement)
        || archive.votes(statement.txid()).contains(statement);
  }

  /** Phases in which this node has voted on it: it never does so again. */
  Set<VotePhase> phases(Txid txid) {
    Set<VotePhase> phases = EnumSet.noneOf(VotePhase.class);
    byTxid.getOrDefault(txid, Map.of()).keySet().forEach(s -> phases.add(s.phase()));
    archive.votes(txid).forEach(s -> phases.add(s.phase()));
    return phases;
  }

  /** Those in memory on that transaction, in the order they were given. */
  Collection<SignedVote> of(Txid txid) {
    return byTxid.getOrDefault(txid, Map.of()).values();
  }

  /** All in memory. */
  Stream<SignedVote> all() {
    return byTxid.values().stream().flatMap(votes -> votes.values().stream());
  }

  /** Transactions with votes in memory. */
  List<Txid> txids() {
    return List.copyOf(byTxid.keySet());
  }

  /** The archive holds this one. */
  void archived(VoteStatement statement) {
    byTxid.computeIfPresent(
        statement.txid(),
        (_, votes) -> {
          votes.remove(statement);
          return votes.isEmpty() ? null : votes;
        });
  }

  /** A block has decided on it: nothing can be voted there any more. */
  void decided(Txid txid) {
    byTxid.remove(txid);
  }
}
