package io.timecoin.node.finality;

import io.timecoin.node.base.Txid;
import java.util.Comparator;
import java.util.List;

/**
 * Votes of distinct masternodes for one transaction and phase, kept in order of voter. What makes
 * it valid is checked by {@link CertificateVerifier} alone.
 */
public sealed interface VoteCertificate {
  /** The transaction. */
  Txid txid();

  /** In order of voter's key. */
  List<SignedVote> votes();

  /** The phase its votes must be of. */
  VotePhase phase();

  /** q prepare-approvals: it may be committed, it is not final. */
  record Prepare(Txid txid, List<SignedVote> votes) implements VoteCertificate {
    /** Sorts the votes. */
    public Prepare {
      votes = ordered(votes);
    }

    @Override
    public VotePhase phase() {
      return VotePhase.PREPARE;
    }
  }

  /** q commits: the transaction is final, for ever and for everyone. */
  record Finality(Txid txid, List<SignedVote> votes) implements VoteCertificate {
    /** Sorts the votes. */
    public Finality {
      votes = ordered(votes);
    }

    @Override
    public VotePhase phase() {
      return VotePhase.COMMIT;
    }
  }

  /** q no-certificate promises: in a decided block they release the transaction for ever. */
  record Release(Txid txid, List<SignedVote> votes) implements VoteCertificate {
    /** Sorts the votes. */
    public Release {
      votes = ordered(votes);
    }

    @Override
    public VotePhase phase() {
      return VotePhase.PROMISE;
    }
  }

  private static List<SignedVote> ordered(List<SignedVote> votes) {
    return votes.stream().sorted(Comparator.comparing(SignedVote::voter)).toList();
  }
}
