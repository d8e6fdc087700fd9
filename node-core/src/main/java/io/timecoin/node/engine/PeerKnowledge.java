package io.timecoin.node.engine;

import io.timecoin.node.finality.VotePhase;
import java.util.BitSet;

/** What one peer has of one transaction, because it sent it to us or we to it. */
final class PeerKnowledge {
  private final BitSet prepares = new BitSet();
  private final BitSet commits = new BitSet();
  private final BitSet promises = new BitSet();
  boolean body;

  /** Whether it said that it holds the certificate, or was sent it. */
  boolean proof;

  /** Notes a vote the peer has. */
  void vote(int member, VotePhase phase) {
    of(phase).set(member);
    body = true; // who votes on a transaction has it
  }

  boolean hasVote(int member, VotePhase phase) {
    return of(phase).get(member);
  }

  /** Notes a vote sent to the peer, which says nothing about the body. */
  void sent(int member, VotePhase phase) {
    of(phase).set(member);
  }

  private BitSet of(VotePhase phase) {
    return switch (phase) {
      case PREPARE -> prepares;
      case COMMIT -> commits;
      case PROMISE -> promises;
    };
  }
}
