package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;

/**
 * A transaction that will never be final.
 *
 * @param because the final transaction it conflicts with, or its rejected parent; itself if q
 *     masternodes rejected it
 */
record Rejection(Transaction transaction, Cause cause, Txid because) {}
