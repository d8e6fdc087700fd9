package io.timecoin.node.utxo;

import io.timecoin.node.base.Txid;

/** Why a state may change. Times are seconds since 1970. */
public sealed interface TransitionCause {
  /** The transaction that acts. */
  Txid txid();

  /** The transaction is valid here and takes its inputs. */
  record Lock(Txid txid, long at) implements TransitionCause {}

  /** A prepare-approval was counted; {@code votes} of {@code totalNodes} so far. */
  record Approval(Txid txid, int votes, int totalNodes, long at) implements TransitionCause {}

  /** The finality certificate is held, with {@code votes} commits. */
  record Finality(Txid txid, int votes, long at) implements TransitionCause {}

  /** A decided block includes the transaction. */
  record Inclusion(Txid txid, long blockHeight, long at) implements TransitionCause {}

  /** The transaction is rejected or released: its locks end. */
  record Release(Txid txid) implements TransitionCause {}
}
