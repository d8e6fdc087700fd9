package io.timecoin.node.store.archive;

import java.nio.charset.StandardCharsets;
import org.rocksdb.RocksDB;

/** The archive's tables, each a column family; keys as {@link Keys} makes them. */
enum Family {
  /** Facts about the archive as a whole, by name. */
  META(RocksDB.DEFAULT_COLUMN_FAMILY),
  /** Outpoint → {@link UtxoValue}. */
  UTXOS("utxos".getBytes(StandardCharsets.US_ASCII)),
  /** Address, height, outpoint → nothing: the outputs of an address. */
  OUTPOINTS("outpoints".getBytes(StandardCharsets.US_ASCII)),
  /** Txid → {@link TransactionValues}. */
  TRANSACTIONS("transactions".getBytes(StandardCharsets.US_ASCII)),
  /** Address, height, txid → nothing: the history of an address. */
  HISTORY("history".getBytes(StandardCharsets.US_ASCII)),
  /** Height → the decided block as JSON. */
  BLOCKS("blocks".getBytes(StandardCharsets.US_ASCII)),
  /** Block hash → height. */
  HEIGHTS("heights".getBytes(StandardCharsets.US_ASCII)),
  /** Txid → {@link Fate}: which block included or released it; stays when the rest is pruned. */
  FATES("fates".getBytes(StandardCharsets.US_ASCII)),
  /** Txid, phase → decision: this node's votes on what is in no block. */
  VOTES("votes".getBytes(StandardCharsets.US_ASCII));

  private final byte[] name;

  Family(byte[] name) {
    this.name = name;
  }

  byte[] bytes() {
    return name.clone();
  }
}
