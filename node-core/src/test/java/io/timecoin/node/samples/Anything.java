package io.timecoin.node.samples;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.BatchProof;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.OutPointState;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxInput;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Any value of the protocol, as far as its class allows it: drawn from a random source that the
 * property hands in, so that a failure is found again by its seed. Longer than a class should be:
 * an entry for every record of the wire.
 */
public final class Anything {
  private static final int LIST_MAX = 4;

  private final Random random;

  /** Draws from this source. */
  public Anything(Random random) {
    this.random = random;
  }

  /** Any message, every type as likely as the others. */
  public NetworkMessage message() {
    List<Supplier<NetworkMessage>> kinds =
        Stream.of(peerMessages(), walletMessages(), lookups(), new AnyBlock(random).messages())
            .flatMap(List::stream)
            .toList();
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  private List<Supplier<NetworkMessage>> peerMessages() {
    return List.of(
        () ->
            new NetworkMessage.Handshake(
                count(),
                oneOf(Network.values()),
                hash(),
                key(),
                maybe(this::text),
                random.nextLong(),
                list(this::text),
                hash()),
        () -> new NetworkMessage.HandshakeAck(signature()),
        () -> new NetworkMessage.Ping(random.nextLong()),
        () -> new NetworkMessage.Pong(random.nextLong()),
        NetworkMessage.GetPeers::new,
        () -> new NetworkMessage.Peers(list(this::text)),
        () -> new NetworkMessage.InstantFinalityVote(list(this::vote), list(this::txid)),
        () -> new NetworkMessage.FinalityCertificate(certificate(), hash(), requestId()));
  }

  private List<Supplier<NetworkMessage>> walletMessages() {
    return List.of(
        () -> new NetworkMessage.UtxoStateQuery(list(this::outPoint), requestId()),
        () ->
            new NetworkMessage.UtxoStateResponse(
                list(() -> new OutPointState(outPoint(), maybe(this::state), random.nextBoolean())),
                requestId()),
        () ->
            new NetworkMessage.UtxoSubscribe(
                list(this::outPoint), list(this::address), text(), requestId()),
        () -> new NetworkMessage.UtxoUnsubscribe(text(), requestId()),
        () ->
            new NetworkMessage.SubscriptionConfirmed(
                text(),
                nonNegative(),
                list(() -> new UtxoSnapshot(outPoint(), state(), address(), amount())),
                requestId()),
        () ->
            new NetworkMessage.UtxoStateNotification(
                maybe(this::text),
                maybe(this::nonNegative),
                maybe(this::address),
                maybe(this::amount),
                new StateChange(
                    outPoint(), state(), state(), random.nextLong(), random.nextLong(), text()),
                maybe(this::signature),
                maybe(this::certificate)),
        () -> new NetworkMessage.TransactionBroadcast(transaction(), requestId()),
        () -> new NetworkMessage.TransactionAccepted(txid(), requestId()),
        () -> new NetworkMessage.Error(oneOf(ErrorCode.values()), text(), requestId()));
  }

  private List<Supplier<NetworkMessage>> lookups() {
    return List.of(
        () ->
            new NetworkMessage.TransactionStatus(
                txid(),
                oneOf(TransactionPhase.values()),
                count(),
                count(),
                count(),
                count(),
                count(),
                list(
                    () ->
                        new Seat(
                            key(),
                            maybe(random::nextLong),
                            maybe(random::nextLong),
                            random.nextBoolean())),
                maybe(this::waitingReason),
                maybe(this::nonNegative)),
        () -> new NetworkMessage.GetTransactions(list(this::txid), requestId()),
        () ->
            new NetworkMessage.Transactions(
                list(this::transactionRecord), list(this::txid), list(this::txid), requestId()),
        () ->
            new NetworkMessage.GetAddressHistory(
                address(), maybe(this::txid), count(), requestId()),
        () ->
            new NetworkMessage.AddressHistory(
                address(), list(this::transactionRecord), random.nextBoolean(), requestId()),
        () -> new NetworkMessage.GetStatus(requestId()),
        () -> new NetworkMessage.NodeStatus(statusReport(), requestId()),
        () -> new NetworkMessage.Admin(text(), text(), cells(), requestId()),
        () -> new NetworkMessage.AdminResult(text(), list(this::cells), requestId()));
  }

  /** Any well-formed transaction. */
  public Transaction transaction() {
    List<TxInput> inputs = new ArrayList<>();
    List<TxOutput> outputs = new ArrayList<>();
    for (int i = random.nextInt(LIST_MAX); i >= 0; i--) {
      inputs.add(new TxInput(outPoint(), key(), signature(), random.nextInt()));
      outputs.add(new TxOutput(Amount.ofUnits(1 + (nonNegative() >>> 3)), address()));
    }
    return new Transaction(random.nextInt(), inputs, outputs, random.nextInt(), random.nextLong());
  }

  /** Any of the five states. */
  public UtxoState state() {
    return switch (random.nextInt(5)) {
      case 0 -> UtxoState.UNSPENT;
      case 1 -> new UtxoState.Locked(txid(), random.nextLong());
      case 2 -> new UtxoState.SpentPending(txid(), count(), count(), random.nextLong());
      case 3 -> new UtxoState.SpentFinalized(txid(), random.nextLong(), count());
      default -> new UtxoState.Confirmed(txid(), nonNegative(), random.nextLong());
    };
  }

  /** Any vote; its signature is random. */
  public SignedVote vote() {
    VotePhase phase = oneOf(VotePhase.values());
    Decision decision = phase == VotePhase.PREPARE ? oneOf(Decision.values()) : Decision.APPROVE;
    int leafCount = 1 + random.nextInt(BatchProof.BATCH_MAX);
    return new SignedVote(
        key(),
        new VoteStatement(txid(), phase, decision),
        new BatchProof(random.nextInt(leafCount), leafCount, list(this::hash), signature()));
  }

  private VoteCertificate.Finality certificate() {
    return new VoteCertificate.Finality(txid(), list(this::vote));
  }

  private TransactionRecord transactionRecord() {
    return new TransactionRecord(
        transaction(),
        oneOf(TransactionPhase.values()),
        maybe(this::certificate),
        maybe(random::nextLong),
        maybe(this::nonNegative));
  }

  private WaitingReason waitingReason() {
    return new WaitingReason(
        oneOf(WaitingReason.Cause.values()),
        list(this::txid),
        list(this::key),
        text(),
        maybe(() -> oneOf(WaitingReason.NextEvent.values())),
        maybe(random::nextLong));
  }

  private StatusReport statusReport() {
    return new StatusReport(
        oneOf(Network.values()),
        hash(),
        amount(),
        nonNegative(),
        text(),
        key(),
        nonNegative(),
        count(),
        count(),
        count(),
        count(),
        count(),
        count(),
        nonNegative(),
        nonNegative(),
        count(),
        count(),
        oneOf(StatusReport.Verdict.values()),
        list(() -> new Reason(oneOf(Reason.Code.values()), text(), text())),
        new StatusReport.Latency(
            count(),
            maybe(random::nextDouble),
            maybe(random::nextDouble),
            maybe(random::nextDouble)),
        list(
            () ->
                new StatusReport.Participation(
                    key(),
                    text(),
                    random.nextBoolean(),
                    nonNegative(),
                    nonNegative(),
                    maybe(random::nextLong),
                    maybe(random::nextDouble))),
        new StatusReport.Chain(
            hash(), hash(), nonNegative(), maybe(this::count), nonNegative(), nonNegative()),
        list(() -> new StatusReport.Waiting(txid(), random.nextLong(), waitingReason())));
  }

  private Map<String, String> cells() {
    Map<String, String> cells = new TreeMap<>();
    list(this::text).forEach(key -> cells.put(key, text()));
    return cells;
  }

  private @Nullable String requestId() {
    return maybe(this::text);
  }

  /** 1 to 20 characters of every kind, whole code points only. */
  private String text() {
    String hard = "a\"\\/\u0000\b\f\n\r\t\u001fé漢 \u2028\u007f<&";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i >= 0; i--) {
      if (random.nextInt(8) == 0) {
        text.appendCodePoint(0x1f680);
      } else {
        text.append(hard.charAt(random.nextInt(hard.length())));
      }
    }
    return text.toString();
  }

  private OutPoint outPoint() {
    return new OutPoint(txid(), random.nextInt());
  }

  private Address address() {
    return Address.of(oneOf(AddressVersion.values()), bytes(Address.HASH_BYTES));
  }

  private Amount amount() {
    return Amount.ofUnits(nonNegative());
  }

  private Txid txid() {
    return Txid.of(bytes(Txid.BYTES));
  }

  private Hash256 hash() {
    return Hash256.of(bytes(Hash256.BYTES));
  }

  private PublicKey key() {
    return PublicKey.of(bytes(PublicKey.BYTES));
  }

  private Signature signature() {
    return Signature.of(bytes(Signature.BYTES));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Small, large and the largest. */
  private long nonNegative() {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(10);
      case 1 -> random.nextLong() & Long.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  private int count() {
    return (int) (nonNegative() & Integer.MAX_VALUE);
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> list(Supplier<T> element) {
    return Stream.generate(element).limit(random.nextInt(LIST_MAX)).toList();
  }
}
