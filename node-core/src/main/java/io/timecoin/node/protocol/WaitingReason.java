package io.timecoin.node.protocol;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a transaction is not final, for people and programs.
 *
 * @param related the conflicting or missing transactions
 * @param missing masternodes whose votes are missing and not connected, for {@link Cause#QUORUM}
 * @param message one English sentence
 * @param next what happens next by itself, or null where nothing will
 * @param nextAtMs milliseconds since 1970 when that is due at the earliest, or null if it depends
 *     on others alone
 */
public record WaitingReason(
    Cause cause,
    List<Txid> related,
    List<PublicKey> missing,
    String message,
    @Nullable NextEvent next,
    @Nullable Long nextAtMs) {
  /** A reason after which nothing happens by itself. */
  public WaitingReason(Cause cause, List<Txid> related, List<PublicKey> missing, String message) {
    this(cause, related, missing, message, null, null);
  }

  /** What ends the waiting; the wire name is lower case. */
  public enum NextEvent {
    /** Enough masternodes vote. */
    QUORUM,
    /** The parent becomes final. */
    PARENT_FINAL,
    /** This node's clock passes the timestamp. */
    CLOCK,
    /** This node promises not to commit it, so that a block can release it. */
    PROMISE,
    /** A block includes or releases it. */
    BLOCK,
    /** The transaction that holds its coins becomes final or is released. */
    CONFLICT_ENDS
  }

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
    /** Masternodes are split between it and a payment of the same coins. */
    CONTESTED,
    /** A block released it: it can never be final, its coins are free. */
    RELEASED,
    /** It conflicts with a final transaction. */
    CONFLICT_FINAL,
    /** Its parent was rejected. */
    PARENT_REJECTED,
    /** It breaks a rule, seen once its parents were known. */
    INVALID
  }
}
