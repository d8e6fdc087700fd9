package io.timecoin.node.finality;

import java.util.Locale;

/** What a statement is about; the number is the byte under the signature. */
public enum VotePhase {
  /** Valid here, inputs locked (or, as a reject, conflicting with a final transaction). */
  PREPARE(1),
  /** A prepare certificate is held: q of these are the finality certificate. */
  COMMIT(2),
  /** Never to commit it: q of these in a decided block release the transaction. */
  PROMISE(3);

  private final byte code;

  VotePhase(int code) {
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
   * The phase of that {@link #wireName()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static VotePhase parse(String wireName) {
    for (VotePhase phase : values()) {
      if (phase.wireName().equals(wireName)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("phase must be prepare, commit or promise");
  }
}
