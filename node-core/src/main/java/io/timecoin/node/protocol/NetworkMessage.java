package io.timecoin.node.protocol;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Transaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every message of the wire, P2P and WebSocket alike; the record's name is its {@code type} unless
 * {@link MessageType} says otherwise. {@code requestId} is the optional {@code request_id} of a
 * request, repeated by its answer. Source: specification, Network Messages; protocol.md 6.
 */
public sealed interface NetworkMessage {

  /**
   * First message of either side of a P2P connection.
   *
   * @param listenAddress {@code host:port} where the sender accepts peers, or null
   * @param timeMs sender's clock, milliseconds since 1970
   * @param nonce 32 fresh random bytes
   */
  record Handshake(
      int protocolVersion,
      Network network,
      Hash256 genesisHash,
      PublicKey publicKey,
      @Nullable String listenAddress,
      long timeMs,
      List<String> capabilities,
      Hash256 nonce)
      implements NetworkMessage {}

  /** Proves the sender's key: signs both nonces and both keys. */
  record HandshakeAck(Signature signature) implements NetworkMessage {}

  /** Asks for a {@link Pong}. */
  record Ping(long nonce) implements NetworkMessage {}

  /** Answers a {@link Ping} with its nonce. */
  record Pong(long nonce) implements NetworkMessage {}

  /** Asks a peer for addresses it knows. */
  record GetPeers() implements NetworkMessage {}

  /** Known {@code host:port} addresses, bounded. */
  record Peers(List<String> addresses) implements NetworkMessage {}

  /** Asks for the states of up to 1 000 outpoints. */
  record UtxoStateQuery(List<OutPoint> outpoints, @Nullable String requestId)
      implements NetworkMessage {}

  /** The states, in the order asked. */
  record UtxoStateResponse(List<OutPointState> states, @Nullable String requestId)
      implements NetworkMessage {}

  /** Asks for a snapshot and every later change of these outpoints and addresses. */
  record UtxoSubscribe(
      List<OutPoint> outpoints,
      List<Address> addresses,
      String subscriberId,
      @Nullable String requestId)
      implements NetworkMessage {}

  /** Ends a subscription of the same connection. */
  record UtxoUnsubscribe(String subscriberId, @Nullable String requestId)
      implements NetworkMessage {}

  /**
   * The snapshot.
   *
   * @param firstSeq sequence number that the first notification after the snapshot will carry
   */
  record SubscriptionConfirmed(
      String subscriberId, long firstSeq, List<UtxoSnapshot> utxos, @Nullable String requestId)
      implements NetworkMessage {}

  /**
   * One state change. To a subscriber: with the first four; between masternodes: with signature and
   * certificate instead, and worth nothing without them.
   *
   * @param seq gap-free number within the subscription
   */
  record UtxoStateNotification(
      @Nullable String subscriberId,
      @Nullable Long seq,
      @Nullable Address address,
      @Nullable Amount amount,
      StateChange notification,
      @Nullable Signature signature,
      VoteCertificate.@Nullable Finality certificate)
      implements NetworkMessage {}

  /** A payment, from a wallet or relayed. */
  record TransactionBroadcast(Transaction transaction, @Nullable String requestId)
      implements NetworkMessage {}

  /** The node took the transaction: it is on its disk. Not final yet. */
  record TransactionAccepted(Txid txid, @Nullable String requestId) implements NetworkMessage {}

  /**
   * How far voting is, as this node counts.
   *
   * @param seats every masternode in order of public key
   * @param waiting why it is not final yet, or null when nothing is wrong
   * @param blockHeight the block that includes it, or null while none does
   */
  record TransactionStatus(
      Txid txid,
      TransactionPhase phase,
      int approvals,
      int rejections,
      int commits,
      int quorum,
      int total,
      List<Seat> seats,
      @Nullable WaitingReason waiting,
      @Nullable Long blockHeight)
      implements NetworkMessage {}

  /**
   * Votes, usually of one batch.
   *
   * @param finalized transactions whose finality certificate the sender holds, so that nobody sends
   *     it that certificate again
   */
  record InstantFinalityVote(List<SignedVote> votes, List<Txid> finalized)
      implements NetworkMessage {}

  /** Proof that a transaction is final; also the answer to a wallet that asked for it. */
  record FinalityCertificate(
      VoteCertificate.Finality certificate, Hash256 genesisHash, @Nullable String requestId)
      implements NetworkMessage {}

  /** Asks for transactions and, where final, their certificates. */
  record GetTransactions(List<Txid> txids, @Nullable String requestId) implements NetworkMessage {}

  /**
   * The ones known, in the order asked, and the ones that are not.
   *
   * @param pruned those that a block includes, but whose bodies this node has dropped
   */
  record Transactions(
      List<TransactionRecord> transactions,
      List<Txid> missing,
      List<Txid> pruned,
      @Nullable String requestId)
      implements NetworkMessage {
    /** With nothing pruned. */
    public Transactions(
        List<TransactionRecord> transactions, List<Txid> missing, @Nullable String requestId) {
      this(transactions, missing, List.of(), requestId);
    }
  }

  /**
   * Asks for transactions that pay to or spend from an address, newest first.
   *
   * @param before only those older than this one, or null for the first page
   */
  record GetAddressHistory(
      Address address, @Nullable Txid before, int limit, @Nullable String requestId)
      implements NetworkMessage {}

  /**
   * One page.
   *
   * @param more whether an older page exists
   */
  record AddressHistory(
      Address address,
      List<TransactionRecord> transactions,
      boolean more,
      @Nullable String requestId)
      implements NetworkMessage {}

  /** Promises never to commit, each with what entitles to it. Source: protocol.md 4.5. */
  record ReleasePromise(List<Promise> promises) implements NetworkMessage {}

  /**
   * A proposer's block for one round, with the proofs its validators lack.
   *
   * @param polka q prevotes for it in the valid round, where it has one
   */
  record BlockProposal(Proposal proposal, Candidate candidate, List<SignedBlockVote> polka)
      implements NetworkMessage {}

  /** Prevotes and precommits, the sender's own or passed on. */
  record BlockVote(List<SignedBlockVote> votes) implements NetworkMessage {}

  /**
   * The sender's last decided block: told to every new peer and after every decision, so that who
   * is behind knows whom to ask.
   */
  record ChainStatus(long height, Hash256 hash) implements NetworkMessage {}

  /** Asks for decided blocks. */
  record GetBlocks(BlockSelector select, int limit, @Nullable String requestId)
      implements NetworkMessage {}

  /**
   * Decided blocks in order of height, as many as were asked for and fit.
   *
   * @param height of the sender's last decided block
   */
  record Blocks(List<BlockRecord> blocks, long height, @Nullable String requestId)
      implements NetworkMessage {}

  /** Asks for the newest checkpoint that the peer can serve. */
  record GetCheckpoint(@Nullable String requestId) implements NetworkMessage {}

  /**
   * The checkpoint a peer can serve.
   *
   * @param height of the block whose state it is, 0 where there is none
   * @param chunks SHA3-256 of each part's bytes, in order
   */
  record CheckpointOffer(long height, List<Hash256> chunks, @Nullable String requestId)
      implements NetworkMessage {}

  /** Asks for one part of a checkpoint, by its place in the offer. */
  record GetCheckpointChunk(long height, int index, @Nullable String requestId)
      implements NetworkMessage {}

  /**
   * A part of a checkpoint.
   *
   * @param data Base64; empty if the peer does not have that checkpoint any more
   */
  record CheckpointChunk(long height, int index, String data, @Nullable String requestId)
      implements NetworkMessage {}

  /** Asks for {@link NodeStatus}. */
  record GetStatus(@Nullable String requestId) implements NetworkMessage {}

  /** The node as dashboards show it. */
  record NodeStatus(StatusReport report, @Nullable String requestId) implements NetworkMessage {}

  /** Operator's command, loopback and with the node's admin token only. */
  record Admin(
      String token, String command, Map<String, String> arguments, @Nullable String requestId)
      implements NetworkMessage {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "Admin(" + command + " " + arguments + ")";
    }
  }

  /** What an {@link Admin} command found or did. */
  record AdminResult(String command, List<Map<String, String>> rows, @Nullable String requestId)
      implements NetworkMessage {}

  /** A refused request or connection. */
  record Error(ErrorCode code, String message, @Nullable String requestId)
      implements NetworkMessage {}

  /** A type this version does not know: ignored and counted. */
  record Unknown(String type) implements NetworkMessage {}
}
