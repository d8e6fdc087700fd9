package io.timecoin.node.protocol;

import java.util.Locale;

/** Stable codes of {@code Error}; the wire name is lower case. */
public enum ErrorCode {
  /** Not JSON, not an object, a field missing or of the wrong type. */
  MALFORMED,
  /** An address that is no address, or not of this network. */
  INVALID_ADDRESS,
  /** An outpoint that is not {@code txid:vout}. */
  INVALID_OUTPOINT,
  /** A transaction that breaks a form rule: counts, amounts, duplicate inputs, txid. */
  INVALID_TRANSACTION,
  /** Another network's address or handshake. */
  WRONG_NETWORK,
  /** Another genesis file. */
  WRONG_GENESIS,
  /** A protocol version this node does not speak. */
  WRONG_VERSION,
  /** A signature that is not the key's. */
  BAD_SIGNATURE,
  /** A certificate that proves nothing. */
  BAD_CERTIFICATE,
  /** An input that no known transaction made. */
  UNKNOWN_OUTPOINT,
  /** An input that a final transaction spent. */
  INPUT_SPENT,
  /** An input's key is not the owner of the output. */
  WRONG_KEY,
  /** Inputs minus outputs are below the least fee, or negative. */
  FEE_TOO_LOW,
  /** Outputs sum up to more than there can be. */
  ABOVE_SUPPLY_CAP,
  /** The transaction was rejected before. */
  REJECTED,
  /** The pool has no room for a transaction of this fee rate. */
  POOL_FULL,
  /** More entries than a request may name. */
  TOO_MANY,
  /** Larger than a frame may be. */
  TOO_LARGE,
  /** More requests than a connection may send in this time. */
  RATE_LIMITED,
  /** The node's queue is full; try again. */
  BUSY,
  /** Notifications were dropped; a fresh snapshot follows. */
  RESYNC,
  /** No such subscription on this connection. */
  NOT_SUBSCRIBED,
  /** No such transaction here, or it is not final yet. */
  UNKNOWN_TRANSACTION,
  /** A message that this side does not take. */
  UNSUPPORTED,
  /** Not allowed: origin, token, ban or limit of connections. */
  FORBIDDEN,
  /** The node cannot make anything durable or has a fault of its own. */
  UNAVAILABLE;

  /** Name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
