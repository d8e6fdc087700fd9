package io.timecoin.node.gateway;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.UtxoSnapshot;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.util.List;
import java.util.stream.IntStream;

/** Messages to send to and fro. */
final class Messages {
  static final Txid TXID = new Txid(1, 2, 3, 4);
  static final Address ADDRESS = Address.of(AddressVersion.TEST, new byte[Address.HASH_BYTES]);

  private Messages() {}

  static OutPoint outPoint(int vout) {
    return new OutPoint(TXID, vout);
  }

  static NetworkMessage.UtxoStateNotification notification(String subscriber, long seq) {
    return new NetworkMessage.UtxoStateNotification(
        subscriber,
        seq,
        ADDRESS,
        Amount.ofTime(5),
        new StateChange(
            outPoint((int) seq),
            new UtxoState.Unspent(),
            new UtxoState.Locked(TXID, 1_700_000_000),
            1_700_000_000,
            1_700_000_000_000L,
            "node"),
        null,
        null);
  }

  static NetworkMessage.UtxoSubscribe subscribe(String subscriber, int outpoints, String request) {
    return new NetworkMessage.UtxoSubscribe(
        IntStream.range(0, outpoints).mapToObj(Messages::outPoint).toList(),
        List.of(),
        subscriber,
        request);
  }

  static NetworkMessage.SubscriptionConfirmed confirmed(String subscriber, long firstSeq) {
    return new NetworkMessage.SubscriptionConfirmed(
        subscriber,
        firstSeq,
        List.of(new UtxoSnapshot(outPoint(0), new UtxoState.Unspent(), ADDRESS, Amount.ofTime(5))),
        null);
  }

  static NetworkMessage.UtxoStateQuery query(String request) {
    return new NetworkMessage.UtxoStateQuery(List.of(outPoint(0)), request);
  }

  static NetworkMessage.TransactionBroadcast broadcast(String request) {
    SigningKey key = SigningKey.of(new byte[SigningKey.SECRET_BYTES]);
    Transaction transaction =
        TransactionSigner.sign(
            new Hash256(5, 6, 7, 8),
            List.of(new TransactionSigner.Spend(outPoint(0), key)),
            List.of(new TxOutput(Amount.ofTime(1), ADDRESS)),
            1_700_000_000L);
    return new NetworkMessage.TransactionBroadcast(transaction, request);
  }
}
