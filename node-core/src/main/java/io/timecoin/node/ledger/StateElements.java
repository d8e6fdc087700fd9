package io.timecoin.node.ledger;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.TxOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the chain's state consists of, as elements of its hash: every output that blocks made and
 * did not spend, and every transaction they released.
 */
public final class StateElements {
  private static final byte OUTPUT = 1;
  private static final byte RELEASED = 2;

  private StateElements() {}

  /** {@code 1 · txid (32) · vout u32 · amount u64 · address UTF-8}, numbers big-endian. */
  public static byte[] output(OutPoint outPoint, TxOutput output) {
    byte[] address = output.address().toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Txid.BYTES + Integer.BYTES + Long.BYTES + address.length)
        .put(OUTPUT)
        .put(outPoint.txid().toBytes())
        .putInt(outPoint.vout())
        .putLong(output.amount().units())
        .put(address)
        .array();
  }

  /** {@code 2 · txid (32)}. */
  public static byte[] released(Txid txid) {
    return ByteBuffer.allocate(1 + Txid.BYTES).put(RELEASED).put(txid.toBytes()).array();
  }
}
