package io.timecoin.node.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule broken on purpose: a copy of some classes with a few lines changed.
 *
 * @param profile in which the simulator finds it
 * @param nodes in a network of that size
 * @param first from this seed on, near the one that finds it, so that the test is short
 * @param seeds within so many seeds
 */
record Mutation(String name, String profile, int nodes, long first, int seeds, List<Edit> edits) {
  /**
   * A change of one source file.
   *
   * @param type its class, below {@code io.timecoin.node}
   * @param from what must occur in it exactly once
   */
  record Edit(String type, String from, String to) {}

  static Mutation of(String name, String profile, int nodes, long first, int seeds, Edit... edits) {
    return new Mutation(name, profile, nodes, first, seeds, List.of(edits));
  }

  static Edit edit(String type, String from, String to) {
    return new Edit(type, from, to);
  }

  /** Every rule that is broken. */
  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(ofVotes());
    all.addAll(ofReleases());
    all.addAll(ofBlocks());
    all.addAll(ofMemory());
    return all;
  }

  private static List<Mutation> ofVotes() {
    return List.of(
        of(
            "a vote leaves before it is durable",
            "CALM",
            4,
            1,
            1,
            edit(
                "runtime.loop.DurableOutlet",
                """
                        effects.append(result.records());
                        result.sends().forEach(effects::perform);
                """,
                """
                        result.sends().forEach(effects::perform);
                        effects.append(result.records());
                """)),
        of(
            "a quorum has one masternode too few",
            "LIES",
            4,
            1,
            60,
            edit("masternode.Quorum", "(int) (2L * n / 3) + 1", "(int) (2L * n / 3)")),
        of(
            "a commit after a promise",
            "MIXED",
            4,
            1,
            300,
            edit(
                "engine.Voting",
                " || entry.cast.contains(VotePhase.PROMISE);\n    if (entry.prepared()",
                ";\n    if (entry.prepared()")),
        of(
            "a certificate is not checked",
            "LIES",
            7,
            1,
            60,
            edit(
                "engine.MessageVerifier",
                "case NetworkMessage.FinalityCertificate m ->"
                    + " certificate(m.certificate(), m.requestId());",
                "case NetworkMessage.FinalityCertificate _ -> Optional.empty();")),
        of(
            "an orphan is approved",
            "LIES",
            4,
            1,
            20,
            edit("engine.InputRules", "if (!unknownParents.isEmpty()) {", "if (false) {")),
        of(
            "a child is approved before its parent is final",
            "CALM",
            4,
            1,
            20,
            edit("engine.InputRules", "if (!pendingParents.isEmpty()) {", "if (false) {")),
        of(
            "a conflict is approved",
            "STORM",
            4,
            1,
            20,
            edit("engine.InputRules", "if (!holders.isEmpty()) {", "if (false) {")),
        of(
            "a replayed vote counts again",
            "LIES",
            4,
            1,
            60,
            edit("finality.VoteTally", "if (votes[slot] != null) {", "if (false) {")));
  }

  private static List<Mutation> ofReleases() {
    return List.of(
        of(
            "a lock ends with its lease",
            "STORM",
            4,
            1,
            60,
            edit(
                "engine.MasternodeEngine",
                "    releases.tick();\n",
                """
                    for (PendingTransaction late : List.copyOf(context.pool.contested())) {
                      long since = context.nowMs - late.firstSeenMs;
                      if (since > context.genesis.lockLease().toMillis()) {
                        finality.reject(late, WaitingReason.Cause.RELEASED, late.txid());
                      }
                    }
                    releases.tick();
                """)),
        of(
            "promises release outside a block",
            "MIXED",
            4,
            1,
            200,
            edit(
                "engine.Voting",
                "  private void promised(PendingTransaction entry) {\n",
                """
                  private void promised(PendingTransaction entry) {
                    if (entry.tally.approvals(VotePhase.PROMISE) >= context.set.quorum()) {
                      finality.release(entry.txid());
                      return;
                    }
                """)),
        of(
            "only who holds the lock promises",
            "MIXED",
            4,
            1,
            200,
            edit(
                "engine.Releases",
                "return !entry.prepared()\n",
                "return entry.locked && !entry.prepared()\n")),
        of(
            "what was released is included",
            "MIXED",
            4,
            20,
            300,
            edit("engine.BlockPlan", "if (context.chain.isReleased(txid)) {", "if (false) {"),
            edit("engine.Admission", "if (context.chain.isReleased(txid)) {", "if (false) {")));
  }

  private static List<Mutation> ofBlocks() {
    return List.of(
        of(
            "the lock of a round is forgotten",
            "MIXED",
            4,
            25,
            600,
            edit("block.Agreement", "      locked = block;\n      lockedRound = round;\n", "")),
        of(
            "catch-up without a certificate",
            "MIXED",
            4,
            60,
            100,
            edit(
                "engine.MessageVerifier",
                "case NetworkMessage.Blocks m -> blocks(m);",
                "case NetworkMessage.Blocks _ -> Optional.empty();")),
        of(
            "a vote withheld is forgotten",
            "MIXED",
            4,
            66,
            200,
            edit("engine.BlockVoting", "      withheld.add(statement);\n", "")),
        of(
            "a block vote is not remembered",
            "CALM",
            4,
            1,
            1,
            edit(
                "engine.BlockVoting",
                "      context.persist(new JournalRecord.BlockMemory(agreement.memory()));\n",
                "")));
  }

  private static List<Mutation> ofMemory() {
    return List.of(
        of(
            "a vote is not remembered",
            "CALM",
            4,
            1,
            1,
            edit("engine.Voting", "      context.persist(new JournalRecord.OwnVote(vote));\n", "")),
        of(
            "own votes are not taken back at a start",
            "CRASHES",
            4,
            1,
            40,
            edit(
                "engine.Restorer",
                "case JournalRecord.OwnVote r -> ownVote(r.vote());",
                "case JournalRecord.OwnVote _ -> {}")),
        of(
            "a prepare certificate is lost at a restart",
            "CRASHES",
            4,
            1,
            40,
            edit(
                "engine.Restorer",
                "          r.certificate().votes().forEach(vote -> voting.count(entry, vote));\n",
                "")),
        of(
            "a write is not forced",
            "CRASHES",
            4,
            1,
            100,
            edit("store.SegmentedLog", "        file.force(); // before", "        // before")),
        of(
            "sequence numbers are assigned where nobody subscribes",
            "CALM",
            4,
            1,
            1,
            edit(
                "engine.Publisher",
                "    Address address = change.output().address();\n",
                """
                    Address address = change.output().address();
                    context.subscriptions.watching(change.outPoint(), address).stream()
                        .filter(_ -> change.newState() instanceof io.timecoin.node.utxo.UtxoState.Locked)
                        .forEach(Subscriptions.Subscription::takeSeq);
                """)),
        of(
            "a dropped queue is not made good",
            "MIXED",
            7,
            1,
            200,
            edit(
                "gateway.Outbox",
                "      counters.count(GatewayCounter.DROPPED);\n"
                    + "      overflow(nowNanos);\n"
                    + "    }\n"
                    + "    boolean",
                "      counters.count(GatewayCounter.DROPPED);\n    }\n    boolean")));
  }

  @Override
  public String toString() {
    return name;
  }
}
