package io.timecoin.node.block;

import io.timecoin.node.finality.VoteCertificate;
import java.util.List;

/**
 * A block that is not decided, with what a validator cannot know by itself: the prepare certificate
 * of each transaction included on that alone, and q promises for each release. Every other
 * transaction is final by its own certificate, which validators hold or ask for.
 */
public record Candidate(
    Block block, List<VoteCertificate.Prepare> prepared, List<VoteCertificate.Release> releases) {
  /** Copies the lists; refuses proofs of what the block does not name. */
  public Candidate {
    prepared = List.copyOf(prepared);
    releases = List.copyOf(releases);
    boolean named =
        prepared.stream().allMatch(p -> block.includes(p.txid()))
            && releases.stream()
                .map(VoteCertificate.Release::txid)
                .toList()
                .equals(block.releases());
    if (!named) {
      throw new IllegalArgumentException("a candidate proves what its block names, releases each");
    }
  }
}
