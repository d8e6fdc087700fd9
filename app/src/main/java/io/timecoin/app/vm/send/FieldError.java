package io.timecoin.app.vm.send;

import io.timecoin.app.vm.AmountText;

/**
 * What is wrong with a field; the screen says it in words beside the field.
 *
 * @param detail the exact reason in English, or empty
 * @param units an amount the sentence names, or 0
 */
public record FieldError(Kind kind, String detail, long units) {

  /** Nothing is wrong. */
  public static final FieldError NONE = new FieldError(Kind.NONE, "", 0);

  /** The sentences there are. */
  public enum Kind {
    NONE,
    /** Characters, length or checksum: see the detail. */
    NOT_AN_ADDRESS,
    /** Well-formed, but of another network: money sent there would be lost. */
    OTHER_NETWORK,
    NOT_A_NUMBER,
    TOO_MANY_DECIMALS,
    ZERO,
    TOO_LARGE,
    /** There is only so much, see the units, and the fee comes on top. */
    NOT_ENOUGH,
    /** A payment link that must not be followed: see the detail. */
    BAD_LINK,
    /** The network takes no less than so much. */
    FEE_TOO_LOW,
    /** A coin chosen by hand is spent, frozen or not ours. */
    COIN_GONE,
    /** The money is in too many pieces; so much can be sent at once. */
    TOO_MANY_PIECES
  }

  static FieldError of(AmountText.Problem problem) {
    return of(Kind.valueOf(problem.name()));
  }

  static FieldError of(Kind kind) {
    return new FieldError(kind, "", 0);
  }

  /** Whether there is something to say. */
  public boolean isError() {
    return kind != Kind.NONE;
  }
}
