package io.timecoin.node.finality;

import java.util.Locale;

/** Yes or no; the number is the byte under the signature. */
public enum Decision {
  /** In favour. */
  APPROVE(1),
  /** Against: it conflicts with a final transaction. Only in the prepare phase. */
  REJECT(2);

  private final byte code;

  Decision(int code) {
    this.code = (byte) code;
  }

  /** The byte under the signature. */
  public byte code() {
    return code;
  }

  /** Name on the wire: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The decision of that {@link #wireName()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Decision parse(String wireName) {
    for (Decision decision : values()) {
      if (decision.wireName().equals(wireName)) {
        return decision;
      }
    }
    throw new IllegalArgumentException("decision must be approve or reject");
  }
}
