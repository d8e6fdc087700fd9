package io.timecoin.node.finality;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.crypto.MerkleTree;
import io.timecoin.node.crypto.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signs votes in Merkle batches and checks them. Pure; safe on any thread. */
public final class VoteSignatures {
  private static final byte[] DOMAIN = "TIME-BATCH-v1".getBytes(StandardCharsets.US_ASCII);

  private VoteSignatures() {}

  /**
   * One signature over all statements.
   *
   * @param statements 1 to {@value BatchProof#BATCH_MAX}
   */
  public static List<SignedVote> sign(
      SigningKey key, Hash256 genesisHash, List<VoteStatement> statements) {
    MerkleTree tree =
        MerkleTree.over(statements.stream().map(s -> s.toBytes(genesisHash)).toList());
    Signature signature = key.sign(message(tree.root()));
    List<SignedVote> votes = new ArrayList<>(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      BatchProof proof = new BatchProof(i, statements.size(), tree.path(i), signature);
      votes.add(new SignedVote(key.publicKey(), statements.get(i), proof));
    }
    return votes;
  }

  /** The root its path leads to, or empty if the path does not fit its position. */
  public static Optional<Hash256> root(SignedVote vote, Hash256 genesisHash) {
    BatchProof proof = vote.proof();
    try {
      return Optional.of(
          MerkleTree.rootOf(
              vote.statement().toBytes(genesisHash),
              proof.leafIndex(),
              proof.leafCount(),
              proof.path()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the voter signed this statement. */
  public static boolean verify(SignedVote vote, Hash256 genesisHash) {
    return root(vote, genesisHash)
        .filter(root -> Ed25519.verify(vote.voter(), message(root), vote.proof().signature()))
        .isPresent();
  }

  /**
   * Whether all votes are signed; votes of one batch cost one signature check.
   *
   * @return the first vote that is not, or empty
   */
  public static Optional<SignedVote> firstForged(List<SignedVote> votes, Hash256 genesisHash) {
    record Checked(PublicKey voter, Hash256 root, Signature signature) {}
    Set<Checked> good = new HashSet<>();
    for (SignedVote vote : votes) {
      Optional<Hash256> root = root(vote, genesisHash);
      if (root.isEmpty()) {
        return Optional.of(vote);
      }
      Checked batch = new Checked(vote.voter(), root.get(), vote.proof().signature());
      if (!good.contains(batch)) {
        if (!Ed25519.verify(batch.voter(), message(batch.root()), batch.signature())) {
          return Optional.of(vote);
        }
        good.add(batch);
      }
    }
    return Optional.empty();
  }

  private static byte[] message(Hash256 root) {
    return ByteBuffer.allocate(DOMAIN.length + Hash256.BYTES)
        .put(DOMAIN)
        .put(root.toBytes())
        .array();
  }
}
