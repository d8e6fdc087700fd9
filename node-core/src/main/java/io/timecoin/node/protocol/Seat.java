package io.timecoin.node.protocol;

import io.timecoin.node.base.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * One masternode's votes on a transaction, as the answering node received them.
 *
 * @param prepareMs milliseconds from when the node first saw the transaction to that prepare vote,
 *     or null while there is none
 * @param commitMs the same for the commit vote
 * @param rejected whether the prepare vote is a reject
 */
public record Seat(
    PublicKey publicKey, @Nullable Long prepareMs, @Nullable Long commitMs, boolean rejected) {}
