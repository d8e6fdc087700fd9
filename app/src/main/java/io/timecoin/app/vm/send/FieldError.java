package io.timecoin.app.vm.send;

import io.timecoin.app.vm.AmountText;
import io.timecoin.app.wallet.uri.PaymentUri;

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
    /** A link with no meaning, longer than any that was meant. */
    LINK_TOO_LONG,
    /** The address in the link is none: see the detail. */
    LINK_BAD_ADDRESS,
    /** The amount in the link is none: see the detail. */
    LINK_BAD_AMOUNT,
    /** Label or message of the link is too long. */
    LINK_BAD_TEXT,
    /** The link's percent signs make no text. */
    LINK_BAD_ENCODING,
    /** The link says something twice: the detail names it. */
    LINK_TWICE,
    /** The link requires something unknown here: the detail names it. */
    LINK_UNKNOWN_REQUIREMENT,
    /** The network takes no less than so much. */
    FEE_TOO_LOW,
    /** More than anybody pays on purpose; so much at most. */
    FEE_TOO_HIGH,
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

  static FieldError of(PaymentUri.Refused link) {
    return new FieldError(Kind.valueOf("LINK_" + link.reason().name()), link.detail(), 0);
  }

  /** Whether there is something to say. */
  public boolean isError() {
    return kind != Kind.NONE;
  }
}
