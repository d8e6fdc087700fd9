package io.timecoin.node.protocol;

/** How much one frame, and one message, may hold. Source: protocol.md 6 and 7. */
public final class FrameLimits {
  /** Length prefix of a TCP frame: big-endian, unsigned. */
  public static final int LENGTH_BYTES = 4;

  /** Largest TCP frame after the handshake: 4 MiB. */
  public static final int FRAME_BYTES_MAX = 4 << 20;

  /**
   * Largest message that is read at all: 64 MiB, for a wallet whose snapshot is large. What comes
   * from strangers was bounded by its frame before.
   */
  public static final int MESSAGE_BYTES_MAX = 64 << 20;

  /** Largest TCP frame before the handshake is done: 16 KiB. */
  public static final int HANDSHAKE_FRAME_BYTES_MAX = 16 << 10;

  /** Largest inbound WebSocket text frame: 1 MiB. */
  public static final int WEB_SOCKET_BYTES_MAX = 1 << 20;

  /** Outpoints of one state query, and states of one response. */
  public static final int QUERY_OUTPOINTS_MAX = 1_000;

  /** Outpoints, and addresses, of one subscription request. */
  public static final int SUBSCRIPTION_ENTRIES_MAX = 10_000;

  /** UTXOs of one snapshot. */
  public static final int SNAPSHOT_UTXOS_MAX = 1_000_000;

  /** Transactions asked for by txid, answered, or on one page of a history. */
  public static final int TRANSACTIONS_MAX = 1_000;

  /** Txids named beside votes as final already. */
  public static final int FINALIZED_TXIDS_MAX = 10_000;

  /** Blocks of one answer. */
  public static final int BLOCKS_MAX = 100;

  /** Parts of one checkpoint. */
  public static final int CHECKPOINT_CHUNKS_MAX = 50_000;

  /** Characters of one part of a checkpoint: fits into a frame. */
  public static final int CHECKPOINT_CHARS_MAX = 3 << 20;

  /** Votes on blocks in one message. */
  public static final int BLOCK_VOTES_MAX = 10_000;

  /** Promises in one message. */
  public static final int PROMISES_MAX = 256;

  /** Masternodes named in one message. */
  public static final int MASTERNODES_MAX = 10_000;

  /** Addresses of one peer exchange. */
  public static final int PEER_ADDRESSES_MAX = 1_000;

  /** Capabilities of a handshake. */
  public static final int CAPABILITIES_MAX = 32;

  /** Arguments, or cells of a row, of an operator's command. */
  public static final int ADMIN_FIELDS_MAX = 64;

  /** Rows of an answer to an operator's command. */
  public static final int ADMIN_ROWS_MAX = 10_000;

  /** Reasons of a verdict, and transactions that a status names as waiting. */
  public static final int STATUS_ENTRIES_MAX = 1_000;

  /** Siblings on the way from a leaf to the root of the largest batch. */
  public static final int MERKLE_PATH_MAX = 32;

  /** Characters of a {@code request_id}, a {@code subscriber_id}, a {@code type} or a name. */
  public static final int NAME_CHARS_MAX = 128;

  /** Characters of {@code host:port}: a name of DNS, brackets, a port. */
  public static final int HOST_PORT_CHARS_MAX = 262;

  /** Characters of a sentence for people. */
  public static final int SENTENCE_CHARS_MAX = 2_000;

  /** Characters of one cell of an operator's answer. */
  public static final int CELL_CHARS_MAX = 10_000;

  private FrameLimits() {}
}
