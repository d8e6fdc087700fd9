package io.timecoin.node.finality;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a voter says about one transaction. Only a prepare can be a reject. */
public record VoteStatement(Txid txid, VotePhase phase, Decision decision) {
  private static final byte[] DOMAIN = "TIME-VOTE-v1".getBytes(StandardCharsets.US_ASCII);

  /** Refuses a rejecting commit or promise. */
  public VoteStatement {
    if (phase != VotePhase.PREPARE && decision == Decision.REJECT) {
      throw new IllegalArgumentException("only a prepare vote can reject");
    }
  }

  /** An approval in that phase. */
  public static VoteStatement approve(Txid txid, VotePhase phase) {
    return new VoteStatement(txid, phase, Decision.APPROVE);
  }

  /**
   * {@code "TIME-VOTE-v1" · genesis_hash (32) · phase (1) · txid (32) · decision (1)}: a leaf of
   * the voter's Merkle batch. Source: protocol.md 4.
   */
  public byte[] toBytes(Hash256 genesisHash) {
    return ByteBuffer.allocate(DOMAIN.length + Hash256.BYTES + 1 + Txid.BYTES + 1)
        .put(DOMAIN)
        .put(genesisHash.toBytes())
        .put(phase.code())
        .put(txid.toBytes())
        .put(decision.code())
        .array();
  }
}
