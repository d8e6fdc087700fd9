package io.timecoin.node.tx;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A payment: well-formed by construction (the form rules of protocol.md 2), its txid computed once.
 * Signatures are held but not yet checked, see {@link TransactionRules}. Two transactions with the
 * same txid may carry different signatures and are then not equal.
 */
public final class Transaction {
  /** Most inputs, and most outputs, of one transaction. */
  public static final int INPUTS_MAX = 1000;

  /** Most outputs of one transaction. */
  public static final int OUTPUTS_MAX = 1000;

  private static final byte[] SIGNING_DOMAIN = "TIME-TX-v1".getBytes(StandardCharsets.US_ASCII);

  private final int version;
  private final List<TxInput> inputs;
  private final List<TxOutput> outputs;
  private final int lockTime;
  private final long timestamp;
  private final Txid txid;
  private final Amount outputSum;

  /**
   * Checks the form rules and computes the txid.
   *
   * @param version unsigned 32-bit number
   * @param lockTime unsigned 32-bit number
   * @param timestamp seconds since 1970, as the sender says
   * @throws IllegalArgumentException with the reason, if a form rule is broken
   */
  public Transaction(
      int version, List<TxInput> inputs, List<TxOutput> outputs, int lockTime, long timestamp) {
    requireCount("inputs", inputs.size(), INPUTS_MAX);
    requireCount("outputs", outputs.size(), OUTPUTS_MAX);
    this.version = version;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.lockTime = lockTime;
    this.timestamp = timestamp;
    requireDistinct(this.inputs);
    this.outputSum = sum(this.outputs);
    this.txid = CanonicalBytes.txid(canonicalBytes());
  }

  private static void requireCount(String what, int count, int max) {
    if (count < 1 || count > max) {
      throw new IllegalArgumentException(
          "a transaction has 1 to " + max + " " + what + ", not " + count);
    }
  }

  private static void requireDistinct(List<TxInput> inputs) {
    Set<OutPoint> seen = new HashSet<>();
    for (TxInput input : inputs) {
      if (!seen.add(input.previousOutput())) {
        throw new IllegalArgumentException("duplicate input " + input.previousOutput());
      }
    }
  }

  private static Amount sum(List<TxOutput> outputs) {
    try {
      return outputs.stream().map(TxOutput::amount).reduce(Amount.ZERO, Amount::plus);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the sum of outputs is above 2^63-1 units", e);
    }
  }

  /** Hash of {@link #canonicalBytes()}. */
  public Txid txid() {
    return txid;
  }

  /** Unsigned 32-bit number. */
  public int version() {
    return version;
  }

  /** 1 to {@value #INPUTS_MAX}, no outpoint twice. */
  public List<TxInput> inputs() {
    return inputs;
  }

  /** 1 to {@value #OUTPUTS_MAX}. */
  public List<TxOutput> outputs() {
    return outputs;
  }

  /** Unsigned 32-bit number. */
  public int lockTime() {
    return lockTime;
  }

  /** Seconds since 1970, as the sender says. */
  public long timestamp() {
    return timestamp;
  }

  /** What all outputs hold together. */
  public Amount outputSum() {
    return outputSum;
  }

  /** The outpoints it spends, in the order of its inputs. */
  public List<OutPoint> spends() {
    return inputs.stream().map(TxInput::previousOutput).toList();
  }

  /** The outpoint of its output at that index. */
  public OutPoint outPoint(int vout) {
    return new OutPoint(txid, vout);
  }

  /** The bytes that are hashed to the txid; a fresh array. */
  public byte[] canonicalBytes() {
    return CanonicalBytes.of(version, inputs, outputs, lockTime, timestamp);
  }

  /** What each input signs: {@code "TIME-TX-v1" · genesis_hash (32) · txid (32)}. */
  public static byte[] signedMessage(Hash256 genesisHash, Txid txid) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(SIGNING_DOMAIN);
    message.writeBytes(genesisHash.toBytes());
    message.writeBytes(txid.toBytes());
    return message.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Transaction that
        && txid.equals(that.txid)
        && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return txid.hashCode();
  }

  @Override
  public String toString() {
    return "Transaction(" + txid + ")";
  }
}
