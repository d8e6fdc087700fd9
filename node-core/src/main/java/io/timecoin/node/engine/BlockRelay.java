package io.timecoin.node.engine;

import io.timecoin.node.block.Agreement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Passes on what was said about the next block when the decision takes long: everything a peer is
 * not known to have, once a connection. In a full mesh without loss it sends nothing.
 */
final class BlockRelay {
  /** A decision without trouble takes less. */
  private static final long AFTER_MS = 300;

  private final Context context;
  private final Map<PeerId, Set<Object>> known = new HashMap<>();
  private long dueMs;

  BlockRelay(Context context) {
    this.context = context;
  }

  /** The next height begins: nothing of it is known to anybody. */
  void next() {
    known.clear();
    dueMs = 0;
  }

  /** The peer sent it. */
  void has(PeerId peer, Object voteOrProposal) {
    known.computeIfAbsent(peer, _ -> new HashSet<>()).add(voteOrProposal);
  }

  /** It was sent to every peer connected now. */
  void sentToAll(Object voteOrProposal) {
    context.peers.keySet().forEach(peer -> has(peer, voteOrProposal));
  }

  /** What it was sent so far it may not have. */
  void forget(PeerId peer) {
    known.remove(peer);
  }

  void tick(Agreement agreement, Map<?, Candidate> candidates) {
    if (dueMs == 0) {
      dueMs = context.nowMs + AFTER_MS;
    }
    if (context.nowMs < dueMs) {
      return;
    }
    dueMs = context.nowMs + AFTER_MS;
    for (PeerId peer : context.peers.keySet()) {
      Set<Object> has = known.computeIfAbsent(peer, _ -> new HashSet<>());
      for (Proposal proposal : agreement.proposals()) {
        Candidate candidate = candidates.get(proposal.block());
        if (candidate != null && has.add(proposal)) {
          context.toPeer(
              peer,
              new NetworkMessage.BlockProposal(proposal, candidate, agreement.polka(proposal)));
        }
      }
      List<SignedBlockVote> votes = new ArrayList<>();
      for (SignedBlockVote vote : agreement.votes()) {
        if (has.add(vote)) {
          votes.add(vote);
        }
      }
      if (!votes.isEmpty()) {
        context.toPeer(peer, new NetworkMessage.BlockVote(votes));
      }
    }
  }
}
