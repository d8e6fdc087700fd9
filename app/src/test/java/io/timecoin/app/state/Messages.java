package io.timecoin.app.state;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxInput;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.stream.IntStream;

/** What a node could say, for tests. */
public final class Messages {

  /** The subscription of all of them. */
  public static final String SUBSCRIBER = "wallet";

  /** The key of everything here. */
  public static final SigningKey MY_KEY = SigningKey.of(new byte[32]);

  private static final PublicKey KEY = MY_KEY.publicKey();

  /** The address that holds everything here. */
  public static final Address ME = Hashes.addressOf(Network.DEVNET.addressVersion(), KEY);

  /** Somebody else's. */
  public static final Address BOB =
      Hashes.addressOf(Network.DEVNET.addressVersion(), new PublicKey(5, 6, 7, 8));

  private Messages() {}

  /** An outpoint by number. */
  public static OutPoint out(int number) {
    return new OutPoint(new Txid(7, 7, 7, number), 0);
  }

  /** A snapshot of unspent outputs 0 … count-1, each of as many TIME as its number plus one. */
  public static NetworkMessage.SubscriptionConfirmed snapshot(long firstSeq, int count) {
    List<UtxoSnapshot> utxos =
        IntStream.range(0, count)
            .mapToObj(i -> new UtxoSnapshot(out(i), UtxoState.UNSPENT, ME, Amount.ofTime(i + 1)))
            .toList();
    return new NetworkMessage.SubscriptionConfirmed(SUBSCRIBER, firstSeq, utxos, null);
  }

  /** Output {@code number} changes. */
  public static NetworkMessage.UtxoStateNotification change(
      long seq, int number, UtxoState from, UtxoState to) {
    return new NetworkMessage.UtxoStateNotification(
        SUBSCRIBER,
        seq,
        ME,
        Amount.ofTime(number + 1),
        new StateChange(out(number), from, to, 0, 0, "node-1"),
        null,
        null);
  }

  /** A payment of output 0 to Bob, unsigned. */
  public static Transaction payment() {
    return new Transaction(
        1,
        List.of(new TxInput(out(0), KEY, Signature.of(new byte[64]), -1)),
        List.of(new TxOutput(Amount.ofUnits(99_999_000), BOB)),
        0,
        1_800_000_000);
  }

  /** How its voting goes. */
  public static NetworkMessage.TransactionStatus status(
      Txid txid, TransactionPhase phase, int approvals, int commits) {
    return new NetworkMessage.TransactionStatus(
        txid, phase, approvals, 0, commits, 5, 7, List.of(), null, null);
  }
}
