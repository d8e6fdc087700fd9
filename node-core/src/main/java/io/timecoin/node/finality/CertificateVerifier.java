package io.timecoin.node.finality;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Offline check of a certificate: q valid signatures of distinct members over an approval of that
 * txid in that phase, nothing else. Needs only the genesis file. Source: protocol.md 4.3, 4.6.
 */
public record CertificateVerifier(Hash256 genesisHash, MasternodeSet masternodes) {
  /** Why a certificate proves nothing. */
  public enum Refusal {
    /** Fewer than q votes. */
    TOO_FEW_VOTES,
    /** More votes than there are masternodes. */
    TOO_MANY_VOTES,
    /** A vote for another transaction or phase, or not an approval. */
    FOREIGN_VOTE,
    /** A voter outside the set. */
    UNKNOWN_VOTER,
    /** The same voter twice. */
    REPEATED_VOTER,
    /** A signature that is not the voter's. */
    BAD_SIGNATURE
  }

  /** The first fault, cheap ones first; empty when the certificate is valid. */
  public Optional<Refusal> check(VoteCertificate certificate) {
    List<SignedVote> votes = certificate.votes();
    if (votes.size() < masternodes.quorum()) {
      return Optional.of(Refusal.TOO_FEW_VOTES);
    }
    if (votes.size() > masternodes.size()) {
      return Optional.of(Refusal.TOO_MANY_VOTES);
    }
    VoteStatement expected = VoteStatement.approve(certificate.txid(), certificate.phase());
    Set<PublicKey> voters = new HashSet<>();
    for (SignedVote vote : votes) {
      if (!vote.statement().equals(expected)) {
        return Optional.of(Refusal.FOREIGN_VOTE);
      }
      if (!masternodes.contains(vote.voter())) {
        return Optional.of(Refusal.UNKNOWN_VOTER);
      }
      if (!voters.add(vote.voter())) {
        return Optional.of(Refusal.REPEATED_VOTER);
      }
    }
    return VoteSignatures.firstForged(votes, genesisHash).map(_ -> Refusal.BAD_SIGNATURE);
  }
}
