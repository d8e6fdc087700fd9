package io.timecoin.node.store.archive;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.ledger.SettledUtxo;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoEntry;
import io.timecoin.node.utxo.UtxoState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An output as bytes: {@code created height u64 · amount u64 · address length u8 · address} and,
 * where it is spent, {@code spender (32) · height u64 · confirmed at u64 (seconds since 1970)};
 * numbers big-endian.
 */
final class UtxoValue {
  private static final int FIXED_BYTES = Long.BYTES + Long.BYTES + 1;
  private static final int SPENT_BYTES = Txid.BYTES + Long.BYTES + Long.BYTES;

  private UtxoValue() {}

  static byte[] encode(SettledUtxo utxo) {
    TxOutput output = utxo.entry().output();
    byte[] address = output.address().toString().getBytes(StandardCharsets.US_ASCII);
    int spentBytes = utxo.entry().state() instanceof UtxoState.Confirmed ? SPENT_BYTES : 0;
    ByteBuffer value =
        ByteBuffer.allocate(FIXED_BYTES + address.length + spentBytes)
            .putLong(utxo.createdHeight())
            .putLong(output.amount().units())
            .put((byte) address.length)
            .put(address);
    switch (utxo.entry().state()) {
      case UtxoState.Unspent _ -> {}
      case UtxoState.Confirmed s ->
          value.put(s.txid().toBytes()).putLong(s.blockHeight()).putLong(s.confirmedAt());
      case UtxoState.Locked _, UtxoState.SpentPending _, UtxoState.SpentFinalized _ ->
          throw new IllegalArgumentException("not as the chain has it: " + utxo.entry().state());
    }
    return value.array();
  }

  static SettledUtxo decode(OutPoint outPoint, byte[] bytes) {
    ByteBuffer value = ByteBuffer.wrap(bytes);
    long createdHeight = value.getLong();
    Amount amount = Amount.ofUnits(value.getLong());
    byte[] address = new byte[value.get()];
    value.get(address);
    TxOutput output =
        new TxOutput(amount, Address.parse(new String(address, StandardCharsets.US_ASCII)));
    return new SettledUtxo(new UtxoEntry(outPoint, output, state(value)), createdHeight);
  }

  private static UtxoState state(ByteBuffer value) {
    if (!value.hasRemaining()) {
      return UtxoState.UNSPENT;
    }
    byte[] spender = new byte[Txid.BYTES];
    value.get(spender);
    return new UtxoState.Confirmed(Txid.of(spender), value.getLong(), value.getLong());
  }
}
