package io.timecoin.node.protocol;

import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as a node holds it.
 *
 * @param certificate its proof, or null while it is not final or where a block alone made it so
 * @param finalizedAtMs milliseconds since 1970 when this node knew it final, or null
 * @param blockHeight the block that includes it, or null while none does
 */
public record TransactionRecord(
    Transaction transaction,
    TransactionPhase phase,
    VoteCertificate.@Nullable Finality certificate,
    @Nullable Long finalizedAtMs,
    @Nullable Long blockHeight) {}
