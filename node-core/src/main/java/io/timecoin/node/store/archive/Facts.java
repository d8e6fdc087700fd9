package io.timecoin.node.store.archive;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.LtHash;
import io.timecoin.node.ledger.Tip;
import java.nio.ByteBuffer;

/**
 * What the archive knows of itself, written with every settlement: {@code height u64 · block hash
 * (32) · timestamp ms u64 · supply u64 · sum (2048) · journal file u64 · outputs u64 · transactions
 * u64 · first whole height u64 · first kept height u64}, big-endian.
 *
 * @param journalFile number of the journal file from which to replay on top of this
 * @param utxos outputs held, spent ones included
 * @param transactions included by blocks, pruned ones too
 * @param firstWholeHeight of the first block whose transactions are all here
 * @param firstHeight of the first block that is here at all
 */
record Facts(
    Tip tip,
    long journalFile,
    long utxos,
    long transactions,
    long firstWholeHeight,
    long firstHeight) {
  private static final int BYTES = 5 * Long.BYTES + Hash256.BYTES + LtHash.BYTES + 3 * Long.BYTES;

  byte[] encode() {
    return ByteBuffer.allocate(BYTES)
        .putLong(tip.height())
        .put(tip.hash().toBytes())
        .putLong(tip.timestampMs())
        .putLong(tip.supply().units())
        .put(tip.sum())
        .putLong(journalFile)
        .putLong(utxos)
        .putLong(transactions)
        .putLong(firstWholeHeight)
        .putLong(firstHeight)
        .array();
  }

  static Facts decode(byte[] value) {
    ByteBuffer buffer = ByteBuffer.wrap(value);
    long height = buffer.getLong();
    byte[] hash = new byte[Hash256.BYTES];
    buffer.get(hash);
    long timestampMs = buffer.getLong();
    Amount supply = Amount.ofUnits(buffer.getLong());
    byte[] sum = new byte[LtHash.BYTES];
    buffer.get(sum);
    return new Facts(
        new Tip(height, Hash256.of(hash), timestampMs, supply, sum),
        buffer.getLong(),
        buffer.getLong(),
        buffer.getLong(),
        buffer.getLong(),
        buffer.getLong());
  }

  Facts withWholeFrom(long height) {
    return new Facts(tip, journalFile, utxos, transactions, height, firstHeight);
  }

  Facts withUtxos(long count) {
    return new Facts(tip, journalFile, count, transactions, firstWholeHeight, firstHeight);
  }
}
