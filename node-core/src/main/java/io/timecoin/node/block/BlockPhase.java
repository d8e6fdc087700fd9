package io.timecoin.node.block;

import java.util.Locale;

/** The two votes on a block; the number is the byte under the signature. */
public enum BlockPhase {
  /** The proposal is valid here, and no lock forbids it. */
  PREVOTE(1),
  /** q prevotes are held: q of these decide. */
  PRECOMMIT(2);

  private final byte code;

  BlockPhase(int code) {
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
}
