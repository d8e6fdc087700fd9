package io.timecoin.app.vm;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A payment as the screens show it.
 *
 * @param direction seen from the wallet
 * @param units moved to or from somebody else, never negative
 * @param counterparty a contact's name, else an address, empty while not known
 * @param startedMillis milliseconds since 1970 when it was sent or first heard of
 * @param tracks what it spends of the wallet's outputs
 * @param reason why it is not final, or why it never will be
 * @param blockHeight the block that includes it
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
    Proof proof,
    OptionalLong blockHeight) {

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
    CONFIRMED,
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
   * @param next what ends the waiting by itself, upper case, empty if nothing does
   * @param nextAtMillis milliseconds since 1970 when that is due at the earliest
   */
  public record Reason(
      String code, List<String> missing, String message, String next, OptionalLong nextAtMillis) {
    /** Nothing is wrong. */
    public static final Reason NONE = of("", List.of(), "");

    /** A reason after which nothing happens by itself. */
    public static Reason of(String code, List<String> missing, String message) {
      return new Reason(code, missing, message, "", OptionalLong.empty());
    }
  }

  /** Broadcast to final, where this app saw both. */
  public OptionalDouble latencyMillis() {
    return votes.finalMillis();
  }

  /** Whether nothing can take it back. */
  public boolean isFinal() {
    return step == Step.FINAL || step == Step.CONFIRMED;
  }

  /** Whether it is decided. */
  public boolean isSettled() {
    return isFinal() || step == Step.REJECTED || step == Step.REFUSED;
  }
}
