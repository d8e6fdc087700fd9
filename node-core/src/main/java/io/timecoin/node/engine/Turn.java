package io.timecoin.node.engine;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import io.timecoin.node.protocol.NotificationSignature;
import io.timecoin.node.protocol.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the engine over a batch of events: gathers the votes it wants to give, signs them as Merkle
 * batches, hands them back, and sorts what comes out into what must be durable first and what may
 * then be sent. Pure; the runtime and the simulator drive their engines by it alike.
 */
public final class Turn {
  /** Most votes under one signature: keeps a message of one batch well inside a frame. */
  private static final int BATCH_MAX = 512;

  private final MasternodeEngine engine;
  private final SigningKey key;
  private final Hash256 genesisHash;

  /**
   * What a turn led to.
   *
   * @param records to be made durable, in order, before any of {@code sends}
   * @param sends everything else, in order
   * @param cut what may be settled now that all of this has happened
   */
  public record Result(List<JournalRecord> records, List<Action> sends, Optional<Cut> cut) {
    /** A turn without a cut. */
    public Result(List<JournalRecord> records, List<Action> sends) {
      this(records, sends, Optional.empty());
    }
  }

  /** Drives that engine with the key it votes with. */
  public Turn(MasternodeEngine engine, SigningKey key, Hash256 genesisHash) {
    this.engine = engine;
    this.key = key;
    this.genesisHash = genesisHash;
  }

  /** The status as {@code GetStatus} would answer it after the last turn. */
  public StatusReport status() {
    return engine.status();
  }

  /** What an engine that takes this one's place must still remember. */
  public List<JournalRecord> obligations() {
    return engine.obligations();
  }

  /**
   * One turn.
   *
   * @param nowMs milliseconds since 1970, never smaller than before
   */
  public Result run(List<EngineEvent> events, long nowMs) {
    Outcome outcome = new Outcome();
    for (EngineEvent event : events) {
      engine.handle(event, nowMs).forEach(outcome::take);
    }
    while (outcome.owesSignatures()) {
      for (EngineEvent signed : outcome.sign()) {
        engine.handle(signed, nowMs).forEach(outcome::take);
      }
    }
    return new Result(outcome.records, outcome.sends, engine.cut());
  }

  private UtxoStateNotification signed(Action.Claim claim) {
    return new UtxoStateNotification(
        null,
        null,
        null,
        null,
        claim.change(),
        NotificationSignature.sign(key, genesisHash, claim.change()),
        claim.proof());
  }

  private final class Outcome {
    private final List<JournalRecord> records = new ArrayList<>();
    private final List<Action> sends = new ArrayList<>();
    private List<VoteStatement> toSign = new ArrayList<>();
    private List<BlockStatement> blockVotes = new ArrayList<>();
    private List<Action.SignProposal> proposals = new ArrayList<>();

    void take(Action action) {
      switch (action) {
        case Action.Persist persist -> records.add(persist.record());
        case Action.CastVote cast -> toSign.add(cast.statement());
        case Action.CastBlockVote cast -> blockVotes.add(cast.statement());
        case Action.SignProposal sign -> proposals.add(sign);
        case Action.Claim claim -> sends.add(new Action.ToPeer(claim.peer(), signed(claim)));
        case Action.ToPeer _,
            Action.ToAllPeers _,
            Action.ToClient _,
            Action.Join _,
            Action.Misbehaved _,
            Action.Alarm _ ->
            sends.add(action);
      }
    }

    boolean owesSignatures() {
      return !toSign.isEmpty() || !blockVotes.isEmpty() || !proposals.isEmpty();
    }

    /** Everything that is to be signed so far: votes on transactions as batches. */
    List<EngineEvent> sign() {
      List<EngineEvent> signed = new ArrayList<>();
      for (Action.SignProposal p : proposals) {
        Proposal proposal =
            Proposal.sign(
                key,
                genesisHash,
                p.height(),
                p.round(),
                p.validRound(),
                p.candidate().block().hash());
        signed.add(new EngineEvent.OwnProposal(proposal, p.candidate()));
      }
      if (!blockVotes.isEmpty()) {
        signed.add(
            new EngineEvent.OwnBlockVotes(
                blockVotes.stream()
                    .map(statement -> SignedBlockVote.sign(key, genesisHash, statement))
                    .toList()));
      }
      for (int from = 0; from < toSign.size(); from += BATCH_MAX) {
        List<VoteStatement> batch = toSign.subList(from, Math.min(toSign.size(), from + BATCH_MAX));
        signed.add(new EngineEvent.OwnVotes(VoteSignatures.sign(key, genesisHash, batch)));
      }
      proposals = new ArrayList<>();
      blockVotes = new ArrayList<>();
      toSign = new ArrayList<>();
      return signed;
    }
  }
}
