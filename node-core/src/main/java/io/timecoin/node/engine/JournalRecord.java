package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.block.AgreementMemory;
import io.timecoin.node.block.BlockEquivocation;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node must remember to keep its word after a crash. Replayed in order at start by {@link
 * MasternodeEngine#restore}.
 */
public sealed interface JournalRecord {
  /**
   * The transaction is in the pool, locked or waiting.
   *
   * @param atMs milliseconds since 1970 when it was first seen
   */
  record Admitted(Transaction transaction, boolean locked, long atMs) implements JournalRecord {}

  /** A vote of this node; it must never contradict it. */
  record OwnVote(SignedVote vote) implements JournalRecord {}

  /** A prepare certificate is held: together with the commit it led to. */
  record Prepared(VoteCertificate.Prepare certificate) implements JournalRecord {}

  /**
   * The pending transaction was contested by one that may be nowhere else by now: the evidence that
   * a promise on it needs.
   */
  record Contested(Txid txid, Transaction conflict) implements JournalRecord {}

  /** The transaction is final. The body comes along where the pool did not hold it. */
  record Finalized(
      VoteCertificate.Finality certificate, @Nullable Transaction transaction, long atMs)
      implements JournalRecord {}

  /** The transaction will never be final; its locks end. */
  record Rejected(Txid txid, WaitingReason.Cause cause, Txid because, long atMs)
      implements JournalRecord {}

  /** A block that this node proposed or prevoted: what it may have to propose again. */
  record KeptCandidate(Candidate candidate) implements JournalRecord {}

  /** What this node proposed in a round. */
  record OwnProposal(Proposal proposal) implements JournalRecord {}

  /** What this node is bound to in the agreement on the next block, before it votes so. */
  record BlockMemory(AgreementMemory memory) implements JournalRecord {}

  /**
   * The block is decided and applied.
   *
   * @param bodies of what it includes, where the journal did not hold them
   */
  record Decided(DecidedBlock decided, List<Transaction> bodies, long atMs)
      implements JournalRecord {}

  /**
   * This node must never vote again under its key.
   *
   * @param evidence the second of two conflicting certificates, where that is the reason
   */
  record Halted(String reason, VoteCertificate.@Nullable Finality evidence)
      implements JournalRecord {}

  /** A masternode contradicted itself. */
  record Proof(Equivocation equivocation) implements JournalRecord {}

  /** A masternode contradicted itself on a block. */
  record BlockProof(BlockEquivocation equivocation) implements JournalRecord {}
}
