package io.timecoin.node.engine;

import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StateChange;

/**
 * What the engine wants done, in order. Nothing that is sent may leave before every record of the
 * same turn is durable.
 */
public sealed interface Action {
  /** Write to the journal; durable before anything of this turn is sent. */
  record Persist(JournalRecord record) implements Action {}

  /** Sign this and hand it back as {@link EngineEvent.OwnVotes}; the turn's votes are one batch. */
  record CastVote(VoteStatement statement) implements Action {}

  /** Sign this vote on a block and hand it back as {@link EngineEvent.OwnBlockVotes}. */
  record CastBlockVote(BlockStatement statement) implements Action {}

  /**
   * Sign a proposal of this block and hand it back as {@link EngineEvent.OwnProposal}.
   *
   * @param validRound see {@link io.timecoin.node.block.Proposal}
   */
  record SignProposal(long height, int round, int validRound, Candidate candidate)
      implements Action {}

  /** Send to one peer. */
  record ToPeer(PeerId peer, NetworkMessage message) implements Action {}

  /** Send to every connected peer. */
  record ToAllPeers(NetworkMessage message) implements Action {}

  /** Send to one wallet. */
  record ToClient(ClientId client, NetworkMessage message) implements Action {}

  /**
   * Sign this claim and send it to a peer that seems to lag, with its proof.
   *
   * @param change whose originator is this node's public key
   */
  record Claim(PeerId peer, StateChange change, VoteCertificate.Finality proof) implements Action {}

  /**
   * Fetch a checkpoint; answered by {@link EngineEvent.JoinFailed}, or by a new engine with a past.
   */
  record Join() implements Action {}

  /** The peer broke the protocol: score it. */
  record Misbehaved(PeerId peer, String reason) implements Action {}

  /** Something the operator must see: a breach, an equivocation, a lost store. */
  record Alarm(String message) implements Action {}
}
