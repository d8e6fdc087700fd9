package io.timecoin.node.protocol.json;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxInput;
import io.timecoin.node.tx.TxOutput;
import java.util.List;

/** The JSON of transactions: the Rust reference's fields, with keys and signatures as hex. */
public final class TransactionShapes {
  /** {@code {"amount","address"}}. */
  public static final JsonCodec<TxOutput> OUTPUT = output();

  /** {@code {"previous_output","public_key","signature","sequence"}}. */
  public static final JsonCodec<TxInput> INPUT = input();

  /** Keeps the form rules: the txid must be that of the content. */
  public static final JsonCodec<Transaction> TRANSACTION =
      transaction().refusedAs(ErrorCode.INVALID_TRANSACTION);

  private TransactionShapes() {}

  private static JsonCodec<TxOutput> output() {
    ObjectCodec.Builder<TxOutput> o = ObjectCodec.of();
    Field<TxOutput, Amount> amount = o.required("amount", ValueShapes.AMOUNT, TxOutput::amount);
    Field<TxOutput, Address> address =
        o.required("address", ValueShapes.ADDRESS, TxOutput::address);
    return o.alsoAsArray().build(v -> new TxOutput(v.get(amount), v.get(address)));
  }

  private static JsonCodec<TxInput> input() {
    ObjectCodec.Builder<TxInput> o = ObjectCodec.of();
    Field<TxInput, OutPoint> previous =
        o.required("previous_output", ValueShapes.OUT_POINT, TxInput::previousOutput);
    Field<TxInput, PublicKey> key =
        o.required("public_key", ValueShapes.PUBLIC_KEY, TxInput::publicKey);
    Field<TxInput, Signature> signature =
        o.required("signature", ValueShapes.SIGNATURE, TxInput::signature);
    Field<TxInput, Integer> sequence = o.required("sequence", JsonNumbers.U32, TxInput::sequence);
    return o.alsoAsArray()
        .build(v -> new TxInput(v.get(previous), v.get(key), v.get(signature), v.get(sequence)));
  }

  private static JsonCodec<Transaction> transaction() {
    ObjectCodec.Builder<Transaction> o = ObjectCodec.of();
    Field<Transaction, Txid> txid = o.required("txid", ValueShapes.TXID, Transaction::txid);
    Field<Transaction, Integer> version =
        o.required("version", JsonNumbers.U32, Transaction::version);
    Field<Transaction, List<TxInput>> inputs =
        o.required("inputs", list(INPUT, Transaction.INPUTS_MAX), Transaction::inputs);
    Field<Transaction, List<TxOutput>> outputs =
        o.required("outputs", list(OUTPUT, Transaction.OUTPUTS_MAX), Transaction::outputs);
    Field<Transaction, Integer> lockTime =
        o.required("lock_time", JsonNumbers.U32, Transaction::lockTime);
    Field<Transaction, Long> timestamp =
        o.required("timestamp", JsonNumbers.LONG, Transaction::timestamp);
    return o.alsoAsArray()
        .build(
            v ->
                withTxid(
                    v.get(txid),
                    new Transaction(
                        v.get(version),
                        v.get(inputs),
                        v.get(outputs),
                        v.get(lockTime),
                        v.get(timestamp))));
  }

  private static <T> JsonCodec<List<T>> list(JsonCodec<T> element, int max) {
    return JsonLists.list(element, max, ErrorCode.INVALID_TRANSACTION);
  }

  private static Transaction withTxid(Txid claimed, Transaction transaction) {
    if (!transaction.txid().equals(claimed)) {
      throw new IllegalArgumentException(
          "txid is not that of the content, which is " + transaction.txid());
    }
    return transaction;
  }
}
