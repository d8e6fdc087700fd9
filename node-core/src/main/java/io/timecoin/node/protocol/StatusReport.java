package io.timecoin.node.protocol;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node's view of itself and its network.
 *
 * @param version of the program
 * @param publicKey of the node
 * @param uptimeMs milliseconds since start
 * @param height last decided block, 0 before the first
 * @param peers connected peers, masternodes or not
 * @param masternodesOnline members connected, this node included if it is one
 * @param pending transactions being voted on
 * @param waiting transactions without this node's vote
 * @param finalized transactions final since genesis, as held
 * @param utxos unspent or not yet confirmed outputs held
 * @param reasons why the verdict is what it is, the gravest first
 * @param chain the blocks
 * @param waitingFor the oldest transactions that are not final, bounded
 * @param equivocations proofs held against masternodes
 */
public record StatusReport(
    Network network,
    Hash256 genesisHash,
    Amount minFee,
    long height,
    String version,
    PublicKey publicKey,
    long uptimeMs,
    int peers,
    int masternodesOnline,
    int masternodes,
    int quorum,
    int pending,
    int waiting,
    long finalized,
    long utxos,
    int subscriptions,
    int equivocations,
    Verdict verdict,
    List<Reason> reasons,
    Latency finality,
    List<Participation> participation,
    Chain chain,
    List<Waiting> waitingFor) {
  /** Verdict and reasons as one value. */
  public Health health() {
    return new Health(verdict, reasons);
  }

  /** One word for the node, from best to worst; the wire name is lower case. */
  public enum Verdict {
    /** Voting, and a quorum is connected. */
    HEALTHY,
    /** Voting, but something needs attention. */
    DEGRADED,
    /** Serving, but not voting. */
    NOT_VOTING,
    /** Not reachable; a node never says so of itself, its clients do. */
    OFFLINE
  }

  /**
   * First seen to certificate, over the last transactions.
   *
   * @param p50Ms null while {@code count} is 0, like the others
   */
  public record Latency(
      int count, @Nullable Double p50Ms, @Nullable Double p95Ms, @Nullable Double p99Ms) {}

  /**
   * One masternode as this node sees it.
   *
   * @param lastVoteMs milliseconds since 1970 of its last vote received, or null
   * @param latencyMs median milliseconds to its prepare vote over the last ones, or null
   */
  public record Participation(
      PublicKey publicKey,
      String name,
      boolean online,
      long prepares,
      long commits,
      @Nullable Long lastVoteMs,
      @Nullable Double latencyMs) {}

  /**
   * The chain of decided blocks.
   *
   * @param hash of the last block, the genesis hash before the first
   * @param stateHash of the state after the last block: equal on every node of that height
   * @param timestampMs milliseconds since 1970 of the last block, of the genesis file before
   * @param round in which the next block is being agreed on, or null while nothing is under way
   * @param unconfirmed final transactions that no block includes yet
   * @param target height that enough masternodes say they have; above {@code height}: this node is
   *     behind and fetches blocks
   * @param join how far the checkpoint is that it fetches instead, or null while it fetches none
   */
  public record Chain(
      Hash256 hash,
      Hash256 stateHash,
      long timestampMs,
      @Nullable Integer round,
      long unconfirmed,
      long target,
      @Nullable Join join) {
    /** Of a node that fetches no checkpoint. */
    public Chain(
        Hash256 hash,
        Hash256 stateHash,
        long timestampMs,
        @Nullable Integer round,
        long unconfirmed,
        long target) {
      this(hash, stateHash, timestampMs, round, unconfirmed, target, null);
    }
  }

  /**
   * A checkpoint being fetched.
   *
   * @param parts that are here and verified
   * @param of how many there are, 0 while that is not known
   */
  public record Join(int parts, int of) {}

  /** One transaction that is not final. */
  public record Waiting(Txid txid, long ageMs, WaitingReason reason) {}
}
