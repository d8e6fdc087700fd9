package io.timecoin.node.protocol;

import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.tx.Transaction;

/**
 * A promise never to commit a transaction, and a transaction that spends one of the same coins:
 * what entitles to it, and how others learn of the conflict. Source: protocol.md 4.5.
 */
public record Promise(SignedVote vote, Transaction conflict) {
  /** Refuses a vote that is no promise, and a conflict with itself. */
  public Promise {
    if (vote.statement().phase() != VotePhase.PROMISE
        || conflict.txid().equals(vote.statement().txid())) {
      throw new IllegalArgumentException("a promise comes with another transaction's body");
    }
  }
}
