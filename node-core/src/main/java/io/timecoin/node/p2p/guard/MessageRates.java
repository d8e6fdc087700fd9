package io.timecoin.node.p2p.guard;

import io.timecoin.node.protocol.NetworkMessage;
import org.jspecify.annotations.Nullable;

/**
 * How much one peer may ask of this node. What carries signatures counts by their number, anything
 * else is a query. A masternode of the set is slowed down past its bound and never refused, because
 * a lost vote is not sent again soon. For one thread. Source: protocol.md 7.
 */
public final class MessageRates {
  private final @Nullable TokenBucket transactions;
  private final @Nullable TokenBucket queries;
  private final @Nullable TokenBucket member;

  private MessageRates(
      @Nullable TokenBucket transactions,
      @Nullable TokenBucket queries,
      @Nullable TokenBucket member) {
    this.transactions = transactions;
    this.queries = queries;
    this.member = member;
  }

  /** For a masternode of the set: one bound on everything. */
  public static MessageRates ofMember(int perSecond, long nowMs) {
    return new MessageRates(null, null, new TokenBucket(perSecond, nowMs));
  }

  /** For anyone else. */
  public static MessageRates ofOther(int transactions, int queries, long nowMs) {
    return new MessageRates(
        new TokenBucket(transactions, nowMs), new TokenBucket(queries, nowMs), null);
  }

  /** Whether the message is one too many and must not be looked at. */
  public boolean refuses(NetworkMessage message, long nowMs) {
    int signatures = signatures(message);
    TokenBucket bucket = signatures > 0 ? transactions : queries;
    return bucket != null && !bucket.tryTake(Math.max(1, signatures), nowMs);
  }

  /** How long to read nothing more from this peer before looking at the message. */
  public long delayMs(NetworkMessage message, long nowMs) {
    return member == null ? 0 : member.take(Math.max(1, signatures(message)), nowMs);
  }

  /** About how many signatures must be verified; 0 for a query. */
  private static int signatures(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.TransactionBroadcast _ -> 1;
      case NetworkMessage.FinalityCertificate _ -> 1;
      case NetworkMessage.UtxoStateNotification _ -> 1;
      case NetworkMessage.InstantFinalityVote votes -> votes.votes().size();
      case NetworkMessage.Transactions found -> found.transactions().size();
      default -> 0;
    };
  }
}
