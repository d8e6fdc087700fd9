package io.timecoin.node.protocol;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import java.util.List;

/**
 * Why a transaction is not final, for people and programs.
 *
 * @param related the conflicting or missing transactions
 * @param missing masternodes whose votes are missing and not connected, for {@link Cause#QUORUM}
 * @param message one English sentence
 */
public record WaitingReason(
    Cause cause, List<Txid> related, List<PublicKey> missing, String message) {
  /** The stable part; the wire name is lower case. */
  public enum Cause {
    /** Not enough masternodes have voted yet. */
    QUORUM,
    /** A parent transaction is not final yet. */
    PARENT,
    /** An input is locked by another transaction that is not final. */
    CONFLICT,
    /** The transaction's timestamp is still ahead of the node's clock. */
    FUTURE_TIMESTAMP,
    /** This node does not vote: see its status. */
    NOT_VOTING,
    /** It conflicts with a final transaction. */
    CONFLICT_FINAL,
    /** Its parent was rejected. */
    PARENT_REJECTED,
    /** It breaks a rule, seen once its parents were known. */
    INVALID
  }
}
