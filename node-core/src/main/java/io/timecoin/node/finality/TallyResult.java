package io.timecoin.node.finality;

/** What counting one vote led to. */
public sealed interface TallyResult {
  /** Counted. */
  record Added() implements TallyResult {}

  /** Known already; nothing changed. */
  record Duplicate() implements TallyResult {}

  /**
   * Contradicts an earlier vote of the same voter; not counted, and the earlier one stays as it is.
   */
  record Contradiction(Equivocation proof) implements TallyResult {}

  /** Counted, and the quorum is reached by it: given exactly once a tally. */
  record Certified(VoteCertificate certificate) implements TallyResult {}

  /** Counted, and q rejects are reached by it: given exactly once a tally. */
  record RejectedByQuorum() implements TallyResult {}

  /** The voter is no member of the set; nothing changed. */
  record UnknownVoter() implements TallyResult {}
}
