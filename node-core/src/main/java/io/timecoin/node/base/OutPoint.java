package io.timecoin.node.base;

import java.util.Comparator;

/**
 * One output of one transaction. Written {@code "txid:vout"} in requests.
 *
 * @param vout index of the output, an unsigned 32-bit number
 */
public record OutPoint(Txid txid, int vout) implements Comparable<OutPoint> {
  private static final Comparator<OutPoint> ORDER =
      Comparator.comparing(OutPoint::txid)
          .thenComparing((a, b) -> Integer.compareUnsigned(a.vout, b.vout));

  /**
   * Reads {@code "txid:vout"}: 64 lower-case hex characters, a colon, a decimal number without sign
   * or leading zeros.
   *
   * @throws IllegalArgumentException with the reason, if it is anything else
   */
  public static OutPoint parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("outpoint must be txid:vout");
    }
    return new OutPoint(Txid.parse(text.substring(0, colon)), vout(text.substring(colon + 1)));
  }

  private static int vout(String digits) {
    boolean decimal = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!decimal || (digits.length() > 1 && digits.startsWith("0"))) {
      throw new IllegalArgumentException("vout must be a decimal number without leading zeros");
    }
    try {
      return Integer.parseUnsignedInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("vout must be at most 4294967295", e);
    }
  }

  @Override
  public int compareTo(OutPoint other) {
    return ORDER.compare(this, other);
  }

  /** {@code "txid:vout"}. */
  @Override
  public String toString() {
    return txid + ":" + Integer.toUnsignedString(vout);
  }
}
