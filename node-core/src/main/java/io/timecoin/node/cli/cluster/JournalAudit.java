package io.timecoin.node.cli.cluster;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.devnet.DevnetNode;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.store.Journal;
import io.timecoin.node.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what each node of a stopped network has written down, and looks for votes that contradict
 * each other.
 */
public record JournalAudit(Devnet devnet, Path folder) {
  /** Stops a network and reads what it leaves; how many were found. */
  public static int after(Cluster cluster, Path folder, Terminal terminal)
      throws CommandFailedException {
    cluster.close();
    cluster.devnet().close();
    List<String> found = new JournalAudit(cluster.devnet(), folder).contradictions();
    found.forEach(contradiction -> terminal.say("BREACH: " + contradiction));
    return found.size();
  }

  /** Votes of one node that contradict each other, in words; the network must be stopped. */
  public List<String> contradictions() throws CommandFailedException {
    List<String> found = new ArrayList<>();
    for (DevnetNode node : devnet.nodes()) {
      contradictions(node).forEach(what -> found.add(node.name() + ": " + what));
    }
    return found;
  }

  private List<String> contradictions(DevnetNode node) throws CommandFailedException {
    Path journal = folder.resolve("node-" + (node.index() + 1)).resolve("journal");
    Votes votes = new Votes();
    try (Journal opened = Journal.open(journal, devnet.genesis().hash(), node.publicKey())) {
      opened.replay(opened.firstFile(), votes::take);
      return votes.found;
    } catch (StoreException e) {
      throw new CommandFailedException("cannot read " + journal + ": " + e.getMessage(), e);
    }
  }

  /** One node's own votes, in the order it gave them. */
  static final class Votes {
    private final Map<Txid, List<OutPoint>> inputs = new HashMap<>();
    private final Map<Txid, List<SignedVote>> given = new HashMap<>();
    private final Map<OutPoint, Txid> approved = new HashMap<>();
    private final Map<String, BlockStatement> blockVotes = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    void take(JournalRecord record) {
      switch (record) {
        case JournalRecord.Admitted admitted ->
            inputs.put(admitted.transaction().txid(), admitted.transaction().spends());
        case JournalRecord.OwnVote own -> vote(own.vote());
        case JournalRecord.Rejected rejected -> approved.values().removeIf(rejected.txid()::equals);
        case JournalRecord.Decided block ->
            approved.values().removeIf(block.decided().block()::releases);
        case JournalRecord.BlockMemory block ->
            block.memory().statements().forEach(this::blockVote);
        case JournalRecord.Contested _,
            JournalRecord.Prepared _,
            JournalRecord.KeptCandidate _,
            JournalRecord.OwnProposal _,
            JournalRecord.BlockProof _,
            JournalRecord.Finalized _,
            JournalRecord.Halted _,
            JournalRecord.Proof _ -> {}
      }
    }

    List<String> found() {
      return found;
    }

    private void blockVote(BlockStatement statement) {
      String key = statement.height() + "/" + statement.round() + " " + statement.phase();
      BlockStatement earlier = blockVotes.putIfAbsent(key, statement);
      if (earlier != null && !earlier.equals(statement)) {
        found.add("contradicts itself on block " + key);
      }
    }

    private void vote(SignedVote vote) {
      Txid txid = vote.statement().txid();
      List<SignedVote> others = given.computeIfAbsent(txid, _ -> new ArrayList<>());
      others.stream()
          .filter(other -> Equivocation.contradict(other, vote))
          .forEach(other -> found.add("contradicts itself on " + txid));
      others.add(vote);
      boolean approval =
          vote.statement().phase() == VotePhase.PREPARE
              && vote.statement().decision() == Decision.APPROVE;
      if (approval) {
        inputs.getOrDefault(txid, List.of()).forEach(input -> approve(input, txid));
      }
    }

    /** Two approvals for one output need a rejection of the first between them. */
    private void approve(OutPoint input, Txid txid) {
      Txid earlier = approved.put(input, txid);
      if (earlier != null && !earlier.equals(txid)) {
        found.add("approved " + earlier + " and " + txid + ", which both spend " + input);
      }
    }
  }
}
