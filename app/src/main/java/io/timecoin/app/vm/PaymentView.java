package io.timecoin.app.vm;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A payment as the screens show it.
 *
 * @param direction seen from the wallet
 * @param units moved to or from somebody else, never negative
 * @param counterparty a contact's name, else an address, empty while not known
 * @param startedMillis milliseconds since 1970 when it was sent or first heard of
 * @param tracks what it spends of the wallet's outputs
 * @param reason why it is not final, or why it never will be
 */
public record PaymentView(
    String txid,
    Direction direction,
    long units,
    String counterparty,
    StateKind kind,
    Step step,
    VoteView votes,
    long startedMillis,
    List<TrackView> tracks,
    Reason reason,
    Proof proof) {

  /** Which way the money goes. */
  public enum Direction {
    OUT,
    IN,
    /** Between the wallet's own addresses. */
    WITHIN,
    /** Its content is not known yet. */
    UNKNOWN
  }

  /** How far it is. */
  public enum Step {
    SUBMITTED,
    ACCEPTED,
    WAITING,
    PREPARING,
    COMMITTING,
    FINAL,
    REJECTED,
    REFUSED
  }

  /** What is known of the proof. */
  public enum Proof {
    /** None fetched yet, or none yet made. */
    NONE,
    /** Held, not checked for want of the genesis file. */
    HELD,
    /** Checked on this machine. */
    VALID,
    /** Checked on this machine and found worthless. */
    INVALID
  }

  /**
   * Why.
   *
   * @param code stable, upper case, empty if nothing is wrong; texts are looked up by it
   * @param missing names of masternodes whose votes are missing
   * @param message the node's own English sentence
   */
  public record Reason(String code, List<String> missing, String message) {
    /** Nothing is wrong. */
    public static final Reason NONE = new Reason("", List.of(), "");
  }

  /** Broadcast to final, where this app saw both. */
  public OptionalDouble latencyMillis() {
    return votes.finalMillis();
  }

  /** Whether nothing will change any more. */
  public boolean isSettled() {
    return step == Step.FINAL || step == Step.REJECTED || step == Step.REFUSED;
  }
}
