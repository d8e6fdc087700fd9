package io.timecoin.node.tx;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.SigningKey;
import java.util.ArrayList;
import java.util.List;

/** Makes signed transactions of outpoints and the keys that hold them. */
public final class TransactionSigner {
  private static final int VERSION = 1;
  private static final Signature UNSIGNED = Signature.of(new byte[Signature.BYTES]);

  private TransactionSigner() {}

  /**
   * An output to spend with its key.
   *
   * @param key the key whose address holds the output
   */
  public record Spend(OutPoint outPoint, SigningKey key) {}

  /**
   * A signed transaction, valid on the network of that genesis hash only.
   *
   * @param timestamp seconds since 1970
   * @throws IllegalArgumentException if a form rule is broken
   */
  public static Transaction sign(
      Hash256 genesisHash, List<Spend> spends, List<TxOutput> outputs, long timestamp) {
    Transaction unsigned = transaction(spends, outputs, timestamp, UNSIGNED);
    byte[] message = Transaction.signedMessage(genesisHash, unsigned.txid());
    List<TxInput> inputs = new ArrayList<>();
    for (Spend spend : spends) {
      inputs.add(input(spend, spend.key().sign(message)));
    }
    return new Transaction(VERSION, inputs, outputs, 0, timestamp);
  }

  private static Transaction transaction(
      List<Spend> spends, List<TxOutput> outputs, long timestamp, Signature signature) {
    List<TxInput> inputs = spends.stream().map(spend -> input(spend, signature)).toList();
    return new Transaction(VERSION, inputs, outputs, 0, timestamp);
  }

  private static TxInput input(Spend spend, Signature signature) {
    PublicKey key = spend.key().publicKey();
    return new TxInput(spend.outPoint(), key, signature, TxInput.FINAL_SEQUENCE);
  }
}
