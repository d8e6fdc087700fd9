package io.timecoin.node.protocol;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.samples.SmallNetwork;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TransactionSigner.Spend;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One story on one network: a payment is made, voted on and becomes final. */
final class ProtocolExamples {
  static final SmallNetwork NETWORK = SmallNetwork.of(4);

  private static final long SECONDS = 1_763_000_100;
  static final long MS = SECONDS * 1_000 + 25;
  static final SigningKey WALLET = SmallNetwork.wallet();
  private static final Address MINE = addressOf(WALLET);
  static final Address THEIRS = addressOf(SmallNetwork.key("shop"));
  static final OutPoint FUNDS = NETWORK.genesis().coinbase().outPoints().getFirst();

  static final Transaction PAYMENT =
      TransactionSigner.sign(
          NETWORK.genesisHash(),
          List.of(new Spend(FUNDS, WALLET)),
          List.of(
              new TxOutput(Amount.ofTime(25), THEIRS),
              new TxOutput(Amount.ofTime(975).minus(NETWORK.genesis().minFee()), MINE)),
          SECONDS);

  static final Txid TXID = PAYMENT.txid();
  static final int QUORUM = NETWORK.masternodes().quorum();

  static final VoteCertificate.Finality CERTIFICATE =
      new VoteCertificate.Finality(TXID, NETWORK.approvals(QUORUM, TXID, VotePhase.COMMIT));

  private static final UtxoState LOCKED = new UtxoState.Locked(TXID, SECONDS);
  private static final UtxoState PENDING = new UtxoState.SpentPending(TXID, 1, 4, SECONDS);
  private static final UtxoState FINAL = new UtxoState.SpentFinalized(TXID, SECONDS, QUORUM);

  private ProtocolExamples() {}

  /** By the name in the page; usually the type. */
  static Map<String, NetworkMessage> messages() {
    Map<String, NetworkMessage> examples = new LinkedHashMap<>();
    List<NetworkMessage> all = new ArrayList<>(wallet());
    all.addAll(lookups());
    all.addAll(peers());
    all.addAll(BlockExamples.messages());
    all.addAll(operator());
    all.forEach(message -> examples.put(MessageType.nameOf(message.getClass()), message));
    examples.put("UTXOStateNotification between masternodes", claim());
    examples.put("TransactionStatus that waits", waiting());
    return examples;
  }

  static List<UtxoState> states() {
    return List.of(
        UtxoState.UNSPENT, LOCKED, PENDING, FINAL, new UtxoState.Confirmed(TXID, 7, SECONDS + 8));
  }

  private static List<NetworkMessage> wallet() {
    OutPoint unknown = new OutPoint(SmallNetwork.txid("nobody made this"), 1);
    return List.of(
        new NetworkMessage.UtxoStateQuery(List.of(FUNDS, unknown), "q1"),
        new NetworkMessage.UtxoStateResponse(
            List.of(new OutPointState(FUNDS, LOCKED), new OutPointState(unknown, null)), "q1"),
        new NetworkMessage.UtxoSubscribe(List.of(FUNDS), List.of(MINE), "wallet_1", "s1"),
        new NetworkMessage.SubscriptionConfirmed(
            "wallet_1",
            1,
            List.of(new UtxoSnapshot(FUNDS, UtxoState.UNSPENT, MINE, Amount.ofTime(1_000))),
            "s1"),
        new NetworkMessage.UtxoUnsubscribe("wallet_1", "u1"),
        new NetworkMessage.UtxoStateNotification(
            "wallet_1",
            3L,
            MINE,
            Amount.ofTime(1_000),
            change("node 1", PENDING, FINAL),
            null,
            null),
        new NetworkMessage.TransactionBroadcast(PAYMENT, "t1"),
        new NetworkMessage.TransactionAccepted(TXID, "t1"),
        status(
            TransactionPhase.COMMITTING,
            List.of(
                new Seat(member(0), 2L, 5L, false),
                new Seat(member(1), 3L, null, false),
                new Seat(member(2), 3L, null, false),
                new Seat(member(3), null, null, false)),
            null),
        new NetworkMessage.Error(
            ErrorCode.FEE_TOO_LOW, "inputs minus outputs are 10 units, below min_fee 1000", "t2"),
        new NetworkMessage.Ping(42),
        new NetworkMessage.Pong(42));
  }

  private static List<NetworkMessage> lookups() {
    TransactionRecord record =
        new TransactionRecord(PAYMENT, TransactionPhase.CONFIRMED, CERTIFICATE, MS, 7L);
    return List.of(
        new NetworkMessage.GetTransactions(List.of(TXID, SmallNetwork.txid("unknown")), "g1"),
        new NetworkMessage.Transactions(
            List.of(record), List.of(SmallNetwork.txid("unknown")), "g1"),
        new NetworkMessage.GetAddressHistory(THEIRS, null, 20, "h1"),
        new NetworkMessage.AddressHistory(THEIRS, List.of(record), false, "h1"),
        new NetworkMessage.FinalityCertificate(CERTIFICATE, NETWORK.genesisHash(), null));
  }

  private static List<NetworkMessage> peers() {
    List<SignedVote> batch =
        VoteSignatures.sign(
            NETWORK.keys().get(1),
            NETWORK.genesisHash(),
            List.of(
                VoteStatement.approve(TXID, VotePhase.COMMIT),
                VoteStatement.approve(SmallNetwork.txid("another"), VotePhase.PREPARE)));
    return List.of(
        new NetworkMessage.Handshake(
            1,
            Network.DEVNET,
            NETWORK.genesisHash(),
            member(0),
            "127.0.0.1:24200",
            MS,
            List.of(),
            nonce("dialler")),
        new NetworkMessage.HandshakeAck(NETWORK.keys().getFirst().sign(handshakeStatement())),
        new NetworkMessage.GetPeers(),
        new NetworkMessage.Peers(List.of("127.0.0.1:24210", "[::1]:24220")),
        new NetworkMessage.InstantFinalityVote(batch, List.of(SmallNetwork.txid("final before"))));
  }

  private static List<NetworkMessage> operator() {
    StatusReport report =
        new StatusReport(
            Network.DEVNET,
            NETWORK.genesisHash(),
            NETWORK.genesis().minFee(),
            7,
            "0.1.0",
            member(0),
            60_000,
            2,
            3,
            4,
            QUORUM,
            1,
            0,
            12,
            40,
            2,
            0,
            StatusReport.Verdict.DEGRADED,
            List.of(
                new Reason(
                    Reason.Code.MASTERNODES_MISSING,
                    "1 of 4 masternodes are not connected",
                    "Payments go on. If it lasts, tell the operators of those that are offline.")),
            new StatusReport.Latency(12, 4.5, 9.0, 12.25),
            List.of(
                new StatusReport.Participation(member(0), "node 0", true, 12, 12, MS, 2.0),
                new StatusReport.Participation(member(1), "node 1", true, 0, 0, null, null)),
            new StatusReport.Chain(
                BlockExamples.BLOCK.hash(), NETWORK.genesisHash(), MS + 5_000, null, 0, 7),
            List.of(new StatusReport.Waiting(TXID, 1_500, quorumMissing())));
    return List.of(
        new NetworkMessage.GetStatus("n1"),
        new NetworkMessage.NodeStatus(report, "n1"),
        new NetworkMessage.Admin("token of the node", "bans", Map.of(), "a1"),
        new NetworkMessage.AdminResult("bans", List.of(Map.of("peer", "192.0.2.7")), "a1"));
  }

  private static NetworkMessage waiting() {
    return status(
        TransactionPhase.PREPARING,
        List.of(
            new Seat(member(0), 2L, null, false),
            new Seat(member(1), 3L, null, false),
            new Seat(member(2), null, null, false),
            new Seat(member(3), null, null, false)),
        quorumMissing());
  }

  private static NetworkMessage status(
      TransactionPhase phase, List<Seat> seats, @Nullable WaitingReason waiting) {
    int approvals = (int) seats.stream().filter(seat -> seat.prepareMs() != null).count();
    int commits = (int) seats.stream().filter(seat -> seat.commitMs() != null).count();
    return new NetworkMessage.TransactionStatus(
        TXID, phase, approvals, 0, commits, QUORUM, 4, seats, waiting, null);
  }

  private static WaitingReason quorumMissing() {
    return new WaitingReason(
        WaitingReason.Cause.QUORUM,
        List.of(),
        List.of(member(2), member(3)),
        "2 of 3 votes needed; 2 masternodes are not connected",
        WaitingReason.NextEvent.QUORUM,
        null);
  }

  /** Signed by its originator, proven by the certificate. */
  private static NetworkMessage claim() {
    SigningKey node = NETWORK.keys().get(1);
    StateChange change = change(node.publicKey().toString(), PENDING, FINAL);
    return new NetworkMessage.UtxoStateNotification(
        null,
        null,
        null,
        null,
        change,
        NotificationSignature.sign(node, NETWORK.genesisHash(), change),
        CERTIFICATE);
  }

  private static StateChange change(String originator, UtxoState oldState, UtxoState newState) {
    return new StateChange(FUNDS, oldState, newState, SECONDS, MS, originator);
  }

  /** What the first masternode signs when it has dialled the second. */
  static byte[] handshakeStatement() {
    return HexFormat.of()
        .parseHex(
            HexFormat.of().formatHex("TIME-HANDSHAKE-v1".getBytes(StandardCharsets.US_ASCII))
                + NETWORK.genesisHash()
                + "01"
                + nonce("dialler")
                + nonce("acceptor")
                + member(0)
                + member(1));
  }

  private static PublicKey member(int index) {
    return NETWORK.masternodes().members().get(index).publicKey();
  }

  private static Hash256 nonce(String name) {
    return Hash256.of(Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static Address addressOf(SigningKey key) {
    return Hashes.addressOf(Network.DEVNET.addressVersion(), key.publicKey());
  }
}
