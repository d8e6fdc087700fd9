package io.timecoin.node.protocol;

import io.timecoin.node.protocol.StatusReport.Verdict;

/**
 * One reason why a node is not simply healthy.
 *
 * @param message what is the matter, one sentence with its figures
 * @param remedy what the operator can do about it, one or two sentences
 */
public record Reason(Code code, String message, String remedy) {
  /** What can be the matter, the gravest first; the wire name is lower case. */
  public enum Code {
    /** A bug ended the engine's thread, or it has not turned for too long. */
    ENGINE_STOPPED(Verdict.NOT_VOTING, true),
    /** It must never vote again under its key. */
    HALTED(Verdict.NOT_VOTING, true),
    /** The disk is full, read-only or gone. */
    DISK(Verdict.NOT_VOTING, true),
    /** Its key is not in the masternode set: it serves wallets, and is meant to do no more. */
    OBSERVER(Verdict.NOT_VOTING, false),
    /** Fewer masternodes are connected than must agree. */
    NO_QUORUM(Verdict.DEGRADED, true),
    /** Others have decided blocks that it has not. */
    BEHIND(Verdict.DEGRADED, true),
    /** So much waits for the engine that payments are refused as busy. */
    BUSY(Verdict.DEGRADED, true),
    /** Its clock differs from those of its peers. */
    CLOCK(Verdict.DEGRADED, false),
    /** There is a quorum, but not everybody is connected. */
    MASTERNODES_MISSING(Verdict.DEGRADED, false),
    /** Masternodes contradicted themselves. */
    EQUIVOCATION(Verdict.DEGRADED, false);

    private final Verdict verdict;
    private final boolean hinders;

    Code(Verdict verdict, boolean hinders) {
      this.verdict = verdict;
      this.hinders = hinders;
    }

    /** What a node is at best while this is so. */
    public Verdict verdict() {
      return verdict;
    }

    /** Whether wallets are better served by another node meanwhile. */
    public boolean hinders() {
      return hinders;
    }
  }
}
