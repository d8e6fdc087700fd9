package io.timecoin.node.finality;

import io.timecoin.node.base.PublicKey;

/**
 * Proof that a voter contradicted itself: two of its signed statements about one transaction that
 * no honest masternode gives both. Source: protocol.md 4.6.
 */
public record Equivocation(SignedVote first, SignedVote second) {
  /** Refuses a pair that proves nothing. */
  public Equivocation {
    if (!contradict(first, second)) {
      throw new IllegalArgumentException("the two votes do not contradict each other");
    }
  }

  /** The voter of both. */
  public PublicKey voter() {
    return first.voter();
  }

  /** Whether two votes of one voter on one transaction exclude each other. */
  public static boolean contradict(SignedVote a, SignedVote b) {
    VoteStatement left = a.statement();
    VoteStatement right = b.statement();
    if (!a.voter().equals(b.voter()) || !left.txid().equals(right.txid())) {
      return false;
    }
    boolean samePhase = left.phase() == right.phase() && left.decision() != right.decision();
    return samePhase || commitAndPromise(left, right) || commitAndPromise(right, left);
  }

  private static boolean commitAndPromise(VoteStatement a, VoteStatement b) {
    return a.phase() == VotePhase.COMMIT && b.phase() == VotePhase.PROMISE;
  }
}
