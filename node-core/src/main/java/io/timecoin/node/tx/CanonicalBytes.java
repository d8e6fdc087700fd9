package io.timecoin.node.tx;

import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.Hashes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes that are hashed to a txid, little-endian, signatures left out: version u32 · input
 * count u32 · per input (previous txid as 64 ASCII characters · vout u32 · public key · sequence
 * u32) · output count u32 · per output (amount u64 · address UTF-8) · lock_time u32 · timestamp
 * i64. Source: protocol.md 2.
 */
final class CanonicalBytes {
  private static final int INPUT_BYTES = 64 + 4 + 32 + 4;
  private static final int OUTPUT_BYTES_MAX = 8 + 64;
  private static final int FIXED_BYTES = 4 + 4 + 4 + 4 + 8;

  private CanonicalBytes() {}

  static byte[] of(
      int version, List<TxInput> inputs, List<TxOutput> outputs, int lockTime, long timestamp) {
    ByteBuffer buffer =
        ByteBuffer.allocate(
                FIXED_BYTES + inputs.size() * INPUT_BYTES + outputs.size() * OUTPUT_BYTES_MAX)
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(version).putInt(inputs.size());
    for (TxInput input : inputs) {
      buffer.put(ascii(input.previousOutput().txid().toString()));
      buffer.putInt(input.previousOutput().vout());
      buffer.put(input.publicKey().toBytes()).putInt(input.sequence());
    }
    buffer.putInt(outputs.size());
    for (TxOutput output : outputs) {
      buffer.putLong(output.amount().units()).put(ascii(output.address().toString()));
    }
    buffer.putInt(lockTime).putLong(timestamp);
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  static Txid txid(byte[] canonicalBytes) {
    return Txid.of(Hashes.doubleSha3(canonicalBytes));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
