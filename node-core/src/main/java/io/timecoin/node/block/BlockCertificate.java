package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.masternode.MasternodeSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * q precommits of one round for one block: proof that it was decided. Kept in order of voter. What
 * makes it valid is checked by {@link #check} alone.
 */
public record BlockCertificate(
    long height, int round, Hash256 block, List<SignedBlockVote> precommits) {
  /** Why a certificate proves nothing. */
  public enum Refusal {
    /** Fewer than q precommits, or more than there are masternodes. */
    WRONG_COUNT,
    /** A vote for something else. */
    FOREIGN_VOTE,
    /** A voter outside the set. */
    UNKNOWN_VOTER,
    /** The same voter twice. */
    REPEATED_VOTER,
    /** A signature that is not the voter's. */
    BAD_SIGNATURE
  }

  /** Sorts the votes. */
  public BlockCertificate {
    precommits = precommits.stream().sorted(Comparator.comparing(SignedBlockVote::voter)).toList();
  }

  /** The first fault, cheap ones first; empty when the certificate is valid. */
  public Optional<Refusal> check(MasternodeSet masternodes, Hash256 genesisHash) {
    if (precommits.size() < masternodes.quorum() || precommits.size() > masternodes.size()) {
      return Optional.of(Refusal.WRONG_COUNT);
    }
    BlockStatement expected = new BlockStatement(height, round, BlockPhase.PRECOMMIT, block);
    Set<PublicKey> voters = new HashSet<>();
    for (SignedBlockVote vote : precommits) {
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
    boolean signed = precommits.stream().allMatch(vote -> vote.verify(genesisHash));
    return signed ? Optional.empty() : Optional.of(Refusal.BAD_SIGNATURE);
  }
}
