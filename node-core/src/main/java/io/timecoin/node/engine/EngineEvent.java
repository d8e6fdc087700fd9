package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.engine.health.Conditions;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.List;

/** Everything that can happen to a node. Signatures in messages are verified before. */
public sealed interface EngineEvent {
  /**
   * A peer finished its handshake.
   *
   * @param identity the key it proved; whether it is a masternode, the set says
   */
  record PeerConnected(PeerId peer, PublicKey identity) implements EngineEvent {}

  /** A peer's connection ended. */
  record PeerDisconnected(PeerId peer) implements EngineEvent {}

  /** A peer's message, its signatures verified by {@link MessageVerifier}. */
  record FromPeer(PeerId peer, NetworkMessage message) implements EngineEvent {}

  /** A wallet's message, its signatures verified by {@link MessageVerifier}. */
  record FromClient(ClientId client, NetworkMessage message) implements EngineEvent {}

  /** A wallet's connection ended: its subscriptions end with it. */
  record ClientClosed(ClientId client) implements EngineEvent {}

  /** A wallet was too slow and its queue dropped: every subscription of it gets a new snapshot. */
  record ClientResync(ClientId client) implements EngineEvent {}

  /** This node's own votes, signed as {@link Action.CastVote} asked, in that order. */
  record OwnVotes(List<SignedVote> votes) implements EngineEvent {}

  /** This node's own votes on blocks, signed. */
  record OwnBlockVotes(List<SignedBlockVote> votes) implements EngineEvent {}

  /** This node's own proposal, signed. */
  record OwnProposal(Proposal proposal, Candidate candidate) implements EngineEvent {}

  /** The disk takes records again, or does not: without durability no vote is given. */
  record DurabilityChanged(boolean durable) implements EngineEvent {}

  /** The archive holds the settlement that ended at that height, durably. */
  record Settled(long height) implements EngineEvent {}

  /** The settlement under way is not in the archive; another one is due later. */
  record SettlingFailed() implements EngineEvent {}

  /**
   * A checkpoint is being fetched.
   *
   * @param of how many there are, 0 while that is not known
   */
  record JoinProgress(int parts, int of) implements EngineEvent {}

  /** No checkpoint could be fetched. */
  record JoinFailed() implements EngineEvent {}

  /** What the runtime sees around the engine has changed; it matters to the verdict alone. */
  record ConditionsChanged(Conditions conditions) implements EngineEvent {}

  /** Time passed; due resends, expiries and releases happen now. */
  record Tick() implements EngineEvent {}
}
