package io.timecoin.node.base;

import java.util.HexFormat;

/** Lower-case hexadecimal, the only written form of bytes on the wire. */
public final class Hex {
  private static final HexFormat LOWER = HexFormat.of();

  private Hex() {}

  /** Two lower-case digits a byte. */
  public static String encode(byte[] bytes) {
    return LOWER.formatHex(bytes);
  }

  /**
   * Reads exactly {@code length} bytes.
   *
   * @param what names the value in the error, e.g. {@code "txid"}
   * @throws IllegalArgumentException if the length differs or a character is not a lower-case digit
   */
  public static byte[] decode(String what, String text, int length) {
    if (text.length() != 2 * length) {
      throw new IllegalArgumentException(
          what + " must be " + 2 * length + " hex characters, not " + text.length());
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (digit(what, text, 2 * i) << 4 | digit(what, text, 2 * i + 1));
    }
    return bytes;
  }

  private static int digit(String what, String text, int at) {
    char c = text.charAt(at);
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    throw new IllegalArgumentException(
        what + " must be lower-case hex; character " + (at + 1) + " is not");
  }
}
