package io.timecoin.node.store.archive;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys of the archive's tables. Numbers are big-endian, so that they sort as they count. */
final class Keys {
  private static final int OUTPOINT_BYTES = Txid.BYTES + Integer.BYTES;

  private Keys() {}

  /** {@code txid (32) · vout u32}. */
  static byte[] of(OutPoint outPoint) {
    return ByteBuffer.allocate(OUTPOINT_BYTES)
        .put(outPoint.txid().toBytes())
        .putInt(outPoint.vout())
        .array();
  }

  static byte[] of(Txid txid) {
    return txid.toBytes();
  }

  static byte[] of(Hash256 hash) {
    return hash.toBytes();
  }

  static byte[] of(long height) {
    return ByteBuffer.allocate(Long.BYTES).putLong(height).array();
  }

  static long height(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }

  static OutPoint outPoint(byte[] key) {
    return tailOutPoint(key);
  }

  /** {@code address UTF-8 · 0}. */
  static byte[] prefix(Address address) {
    byte[] text = address.toString().getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(text, text.length + 1);
  }

  /** {@code address · 0 · height u64 · txid (32) · vout u32}. */
  static byte[] of(Address address, long height, OutPoint outPoint) {
    return join(prefix(address), of(height), of(outPoint));
  }

  /** {@code address · 0 · height u64 · txid (32)}. */
  static byte[] of(Address address, long height, Txid txid) {
    return join(prefix(address), of(height), of(txid));
  }

  /** The first key behind all of that address. */
  static byte[] behind(Address address) {
    byte[] end = prefix(address);
    end[end.length - 1] = 1;
    return end;
  }

  static OutPoint tailOutPoint(byte[] key) {
    ByteBuffer tail = ByteBuffer.wrap(key, key.length - OUTPOINT_BYTES, OUTPOINT_BYTES);
    byte[] txid = new byte[Txid.BYTES];
    tail.get(txid);
    return new OutPoint(Txid.of(txid), tail.getInt());
  }

  static Txid tailTxid(byte[] key) {
    return Txid.of(Arrays.copyOfRange(key, key.length - Txid.BYTES, key.length));
  }

  /** {@code txid (32) · phase u8}. */
  static byte[] vote(Txid txid, byte phase) {
    return join(txid.toBytes(), new byte[] {phase});
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer joined = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    Arrays.stream(parts).forEach(joined::put);
    return joined.array();
  }
}
