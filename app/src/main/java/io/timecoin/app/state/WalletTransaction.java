package io.timecoin.app.state;

import static io.timecoin.app.state.StageTimes.NEVER;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A payment that concerns the wallet.
 *
 * @param body what it pays, or null until it was fetched
 * @param firstSeenAt when the app first heard of it
 * @param submittedAt when this wallet sent it, or {@link StageTimes#NEVER}
 * @param finalAt when the app heard that it is final, or {@link StageTimes#NEVER}
 * @param refusal why the node did not take it, or null
 * @param certificate the proof that it is final, or null until it was fetched
 * @param proof whether the certificate was checked here
 * @param blockHeight the block that includes it, or {@link #NO_BLOCK}
 */
public record WalletTransaction(
    Txid txid,
    @Nullable Transaction body,
    Standing standing,
    Tally tally,
    long firstSeenAt,
    long submittedAt,
    long finalAt,
    @Nullable Refusal refusal,
    VoteCertificate.@Nullable Finality certificate,
    Proof proof,
    long blockHeight) {
  /** Stands for no block. */
  public static final long NO_BLOCK = 0;

  /** Why a node did not take it: a stable code and a sentence. */
  public record Refusal(String code, String message) {}

  /** What checking the certificate came to. */
  public enum Proof {
    UNCHECKED,
    VALID,
    INVALID
  }

  static WalletTransaction submitted(Transaction body, long now) {
    return new WalletTransaction(
        body.txid(),
        body,
        Standing.SUBMITTED,
        Tally.NONE,
        now,
        now,
        NEVER,
        null,
        null,
        Proof.UNCHECKED,
        NO_BLOCK);
  }

  static WalletTransaction heardOf(Txid txid, long now) {
    return new WalletTransaction(
        txid,
        null,
        Standing.ACCEPTED,
        Tally.NONE,
        now,
        NEVER,
        NEVER,
        null,
        null,
        Proof.UNCHECKED,
        NO_BLOCK);
  }

  /** When its clock began: sent, or heard of. */
  public long startedAt() {
    return submittedAt == NEVER ? firstSeenAt : submittedAt;
  }

  WalletTransaction with(Standing next) {
    return new WalletTransaction(
        txid,
        body,
        next,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt,
        refusal,
        certificate,
        proof,
        blockHeight);
  }

  WalletTransaction with(Tally next) {
    return new WalletTransaction(
        txid,
        body,
        standing,
        next,
        firstSeenAt,
        submittedAt,
        finalAt,
        refusal,
        certificate,
        proof,
        blockHeight);
  }

  WalletTransaction with(Transaction known) {
    return new WalletTransaction(
        txid,
        known,
        standing,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt,
        refusal,
        certificate,
        proof,
        blockHeight);
  }

  WalletTransaction with(VoteCertificate.Finality held) {
    return new WalletTransaction(
        txid,
        body,
        standing,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt,
        refusal,
        held,
        proof,
        blockHeight);
  }

  WalletTransaction with(Proof checked) {
    return new WalletTransaction(
        txid,
        body,
        standing,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt,
        refusal,
        certificate,
        checked,
        blockHeight);
  }

  WalletTransaction refusedBecause(Refusal reason) {
    return new WalletTransaction(
        txid,
        body,
        Standing.REFUSED,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt,
        reason,
        certificate,
        proof,
        blockHeight);
  }

  /** Final since then; the first time counts. */
  WalletTransaction finalSince(long at) {
    return new WalletTransaction(
        txid,
        body,
        Standing.FINAL,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt == NEVER ? at : finalAt,
        refusal,
        certificate,
        proof,
        blockHeight);
  }

  /** A block includes it. When it became final stays unknown, if it was final before. */
  WalletTransaction inBlock(long height, long at) {
    return new WalletTransaction(
        txid,
        body,
        Standing.CONFIRMED,
        tally,
        firstSeenAt,
        submittedAt,
        finalAt == NEVER && !standing.isFinal() ? at : finalAt,
        refusal,
        certificate,
        proof,
        height);
  }
}
