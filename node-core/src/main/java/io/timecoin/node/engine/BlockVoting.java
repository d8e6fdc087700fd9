package io.timecoin.node.engine;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.block.Agreement;
import io.timecoin.node.block.AgreementMemory;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.BlockEquivocation;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.block.Step;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * This node's part in the agreement on the next block: feeds {@link Agreement} with what comes in,
 * and does what it says. Source: protocol.md 5.
 *
 * <p>Long, because everything here belongs to one height and begins anew with the next.
 */
final class BlockVoting {
  /** A round without trouble takes milliseconds; each further one may take longer. */
  static final Agreement.Timeouts TIMEOUTS = new Agreement.Timeouts(1_000, 500, 500, 500);

  /** Candidates kept for one height: honest proposers of that many rounds. */
  private static final int CANDIDATES_MAX = 32;

  private final Context context;
  private final BlockBuilder builder;
  private final BlockJudge judge;
  private final BlockRelay relay;
  private final CatchUp catchUp;
  private final Fetcher fetcher;
  private final Map<Hash256, Candidate> candidates = new LinkedHashMap<>();
  private final Set<Hash256> judged = new HashSet<>();
  private final Set<Hash256> kept = new HashSet<>();
  private final Map<Hash256, PeerId> broughtBy = new HashMap<>();
  private final Map<Integer, Proposal> own = new HashMap<>();
  private final Set<PublicKey> heard = new HashSet<>();
  private final List<BlockStatement> withheld = new ArrayList<>();
  private Agreement agreement;
  private @Nullable BlockCertificate decision;

  BlockVoting(
      Context context, BlockBuilder builder, Bodies bodies, CatchUp catchUp, Fetcher fetcher) {
    this.context = context;
    this.builder = builder;
    this.judge = new BlockJudge(context, bodies);
    this.relay = new BlockRelay(context);
    this.catchUp = catchUp;
    this.fetcher = fetcher;
    this.agreement = ofNextHeight();
  }

  private Agreement ofNextHeight() {
    return new Agreement(context.chain.height() + 1, context.set, context.self, TIMEOUTS);
  }

  private long height() {
    return context.chain.height() + 1;
  }

  /** The round under way, or null. */
  @Nullable Integer round() {
    return agreement.started() ? agreement.round() : null;
  }

  /** What the journal must hold about the next block. */
  List<JournalRecord> memory() {
    List<JournalRecord> records = new ArrayList<>();
    kept.stream()
        .map(candidates::get)
        .filter(Objects::nonNull)
        .forEach(candidate -> records.add(new JournalRecord.KeptCandidate(candidate)));
    own.values().forEach(proposal -> records.add(new JournalRecord.OwnProposal(proposal)));
    records.add(new JournalRecord.BlockMemory(agreement.memory()));
    return records;
  }

  /** What the journal says this node is bound to. */
  void restore(AgreementMemory memory) {
    if (memory.height() == height()) {
      agreement = ofNextHeight();
      agreement.restore(memory);
    }
  }

  /** A candidate this node had voted for or proposed. */
  void restore(Candidate candidate) {
    if (candidate.block().height() == height()) {
      Hash256 hash = candidate.block().hash();
      candidates.put(hash, candidate);
      kept.add(hash);
    }
  }

  /** A proof held before. */
  void restore(BlockEquivocation proof) {
    context.blockEquivocations.put(keyOf(proof), proof);
  }

  /** A proposal this node had made. */
  void restore(Proposal proposal) {
    if (proposal.height() == height()) {
      own.put(proposal.round(), proposal);
    }
  }

  /** Whether the chain has moved, by whatever way: if so, the next height begins. */
  boolean chainMoved() {
    boolean moved = agreement.height() != height();
    if (moved) {
      candidates.clear();
      judged.clear();
      kept.clear();
      broughtBy.clear();
      own.clear();
      heard.clear();
      decision = null;
      agreement = ofNextHeight();
      withheld.clear();
      relay.next();
    }
    return moved;
  }

  void disconnected(PeerId peer) {
    relay.forget(peer);
  }

  /**
   * The peer has decided that height: what it was sent about the next one before, it dropped. One
   * that is behind may not know it, and is told, once for each time it says so.
   */
  void reached(PeerId peer, long height) {
    catchUp.claimed(peer, height);
    if (height < context.chain.height()) {
      context.tellHeight(peer);
    }
    if (height == context.chain.height()) {
      relay.forget(peer);
    }
  }

  private boolean takesPart() {
    return context.mayVote() && !catchUp.isBehind();
  }

  /**
   * What it decided to vote while it could not: for the others nothing but a late message, and
   * without it they may wait for ever.
   */
  private void castWithheld() {
    if (!withheld.isEmpty() && takesPart()) {
      List<BlockStatement> late = List.copyOf(withheld);
      withheld.clear();
      late.forEach(this::cast);
    }
  }

  void tick() {
    castWithheld();
    if (!agreement.started() && takesPart() && builder.isDue()) {
      follow(agreement.start(context.nowMs));
    }
    if (agreement.started()) {
      judgeOpen();
      follow(agreement.tick(context.nowMs));
      relay.tick(agreement, candidates);
    }
    decideIfComplete();
  }

  /** A proposal, its signatures and proofs verified. */
  void proposed(PeerId peer, NetworkMessage.BlockProposal message) {
    Proposal proposal = message.proposal();
    Candidate candidate = message.candidate();
    if (proposal.height() != height()
        || !proposal.block().equals(candidate.block().hash())
        || candidate.block().height() != height()) {
      return;
    }
    relay.has(peer, proposal);
    checkOwn(proposal);
    if (candidates.size() < CANDIDATES_MAX) {
      candidates.putIfAbsent(proposal.block(), candidate);
      broughtBy.putIfAbsent(proposal.block(), peer);
    }
    List<Step> steps = agreement.proposal(proposal, message.polka(), context.nowMs);
    startWithOthers(true);
    follow(steps);
    judgeOpen();
    decideIfComplete();
  }

  /** Votes of masternodes, verified. */
  void votes(PeerId peer, List<SignedBlockVote> votes) {
    for (SignedBlockVote vote : votes) {
      long ofVote = vote.statement().height();
      if (ofVote > height()) {
        catchUp.claimed(peer, ofVote - 1);
      } else if (ofVote == height()) {
        relay.has(peer, vote);
        checkOwn(vote);
        heard.add(vote.voter());
        follow(agreement.vote(vote, context.nowMs));
      }
    }
    startWithOthers(heard.size() > (context.set.size() - 1) / 3);
    decideIfComplete();
  }

  /** One honest masternode says it is time: its reason may not have reached this node. */
  private void startWithOthers(boolean reason) {
    boolean time = context.nowMs >= builder.dueMs() - TIMEOUTS.proposeMs();
    if (reason && time && !agreement.started() && takesPart()) {
      follow(agreement.start(context.nowMs));
    }
  }

  private void checkOwn(SignedBlockVote vote) {
    if (context.isMember()
        && vote.voter().equals(context.config.self())
        && !agreement.memory().statements().contains(vote.statement())) {
      context.halt(
          "a peer holds a block vote of this node's key that its journal does not (store lost, or"
              + " the key is used twice)",
          null);
    }
  }

  private void checkOwn(Proposal proposal) {
    if (context.isMember()
        && proposal.proposer().equals(context.config.self())
        && !proposal.equals(own.get(proposal.round()))) {
      context.halt(
          "a peer holds a proposal of this node's key that its journal does not (store lost, or the"
              + " key is used twice)",
          null);
    }
  }

  private void judgeOpen() {
    for (Map.Entry<Hash256, Candidate> open : List.copyOf(candidates.entrySet())) {
      if (!judged.contains(open.getKey())) {
        judge(open.getKey(), open.getValue());
      }
    }
  }

  private void judge(Hash256 hash, Candidate candidate) {
    switch (judge.judge(candidate)) {
      case BlockJudge.Verdict.Valid _ -> judged(hash, true);
      case BlockJudge.Verdict.Invalid _ -> judged(hash, false);
      case BlockJudge.Verdict.Contradicts c -> {
        context.emit(new Action.Alarm("proposed block " + height() + ": " + c.reason()));
        judged(hash, false);
      }
      case BlockJudge.Verdict.Open open -> {
        PeerId peer = broughtBy.get(hash);
        if (peer != null) {
          open.missing().forEach(txid -> fetcher.want(txid, peer, context.nowMs));
        }
      }
    }
  }

  private void judged(Hash256 hash, boolean valid) {
    judged.add(hash);
    follow(agreement.judged(hash, valid, context.nowMs));
  }

  private void follow(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Step.Propose propose -> propose(propose);
        case Step.Cast cast -> cast(cast.statement());
        case Step.Decide decide -> decision = decide.certificate();
        case Step.Contradiction contradiction -> contradiction(contradiction.proof());
      }
    }
  }

  private void propose(Step.Propose step) {
    Proposal before = own.get(step.round());
    Hash256 value = step.value();
    if (before != null) {
      repeat(before);
    } else if (takesPart()) {
      Candidate candidate = value == null ? builder.build().orElse(null) : candidates.get(value);
      if (candidate != null) {
        context.emit(new Action.SignProposal(height(), step.round(), step.validRound(), candidate));
      }
    }
  }

  /** What it had proposed before a crash, and nothing else. */
  private void repeat(Proposal proposal) {
    Candidate candidate = candidates.get(proposal.block());
    if (candidate != null) {
      broadcast(proposal, candidate);
    }
  }

  /** The own proposal, signed. */
  void own(Proposal proposal, Candidate candidate) {
    if (proposal.height() == height() && !own.containsKey(proposal.round())) {
      own.put(proposal.round(), proposal);
      candidates.put(proposal.block(), candidate);
      keep(proposal.block());
      context.persist(new JournalRecord.OwnProposal(proposal));
      broadcast(proposal, candidate);
    }
  }

  private void broadcast(Proposal proposal, Candidate candidate) {
    boolean fresh = proposal.validRound() == Proposal.NO_ROUND;
    AgreementMemory memory = agreement.memory();
    if (!fresh && memory.validRound() != proposal.validRound()) {
      return; // its prevotes are not at hand any more, and a later round has better ones
    }
    List<SignedBlockVote> polka = fresh ? List.of() : memory.validProof();
    relay.sentToAll(proposal);
    context.emit(
        new Action.ToAllPeers(new NetworkMessage.BlockProposal(proposal, candidate, polka)));
    follow(agreement.proposal(proposal, polka, context.nowMs));
    judgeOpen();
  }

  private void cast(BlockStatement statement) {
    if (!takesPart()) {
      withheld.add(statement);
    } else {
      Hash256 block = statement.block();
      if (block != null) {
        keep(block);
      }
      context.persist(new JournalRecord.BlockMemory(agreement.memory()));
      context.emit(new Action.CastBlockVote(statement));
    }
  }

  /** What it votes for it may have to propose again, also after a crash. */
  private void keep(Hash256 block) {
    Candidate candidate = candidates.get(block);
    if (candidate != null && kept.add(block)) {
      context.persist(new JournalRecord.KeptCandidate(candidate));
    }
  }

  /** Own votes, signed. */
  void own(List<SignedBlockVote> votes) {
    votes.forEach(relay::sentToAll);
    context.emit(new Action.ToAllPeers(new NetworkMessage.BlockVote(votes)));
    for (SignedBlockVote vote : votes) {
      if (vote.statement().height() == height()) {
        follow(agreement.vote(vote, context.nowMs));
      }
    }
    decideIfComplete();
  }

  private void contradiction(BlockEquivocation proof) {
    if (context.blockEquivocations.putIfAbsent(keyOf(proof), proof) == null) {
      context.persist(new JournalRecord.BlockProof(proof));
      context.emit(
          new Action.Alarm("masternode " + proof.voter() + " contradicted itself on a block"));
    }
  }

  private static String keyOf(BlockEquivocation proof) {
    return proof.voter() + ":" + proof.first().statement().height();
  }

  /** The certificate may come before the block, and the block before its bodies. */
  private void decideIfComplete() {
    BlockCertificate certificate = decision;
    if (certificate == null) {
      return;
    }
    Candidate candidate = candidates.get(certificate.block());
    if (candidate != null) {
      catchUp.decided(new DecidedBlock(candidate.block(), certificate));
      catchUp.advance();
      catchUp.requestBodies();
    } else {
      certificate.precommits().stream()
          .map(vote -> context.peerOf(vote.voter()))
          .filter(Objects::nonNull)
          .forEach(peer -> catchUp.claimed(peer, certificate.height()));
    }
  }
}
