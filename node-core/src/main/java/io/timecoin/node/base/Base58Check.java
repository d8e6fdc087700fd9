package io.timecoin.node.base;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Base58 with a checksum of the first four bytes of SHA256(SHA256(payload)); leading zero bytes are
 * leading {@code 1}s.
 */
final class Base58Check {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
  private static final int CHECKSUM_BYTES = 4;

  /** Longer texts are refused before any arithmetic; an address has 33 to 35 characters. */
  private static final int TEXT_MAX = 60;

  private Base58Check() {}

  static String encode(byte[] payload) {
    byte[] bytes = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
    System.arraycopy(checksum(payload), 0, bytes, payload.length, CHECKSUM_BYTES);
    StringBuilder text = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      text.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      text.append(ALPHABET.charAt(0));
    }
    return text.reverse().toString();
  }

  static byte[] decode(String text) {
    byte[] bytes = bytesOf(text);
    if (bytes.length <= CHECKSUM_BYTES) {
      throw new IllegalArgumentException("address is too short");
    }
    byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
    byte[] found = Arrays.copyOfRange(bytes, payload.length, bytes.length);
    if (!Arrays.equals(found, checksum(payload))) {
      throw new IllegalArgumentException("address checksum does not match; check for a typo");
    }
    return payload;
  }

  private static byte[] bytesOf(String text) {
    if (text.length() > TEXT_MAX) {
      throw new IllegalArgumentException("address is too long");
    }
    BigInteger value = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("address has a character that is not base58");
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
      if (zeros == i && digit == 0) {
        zeros++;
      }
    }
    byte[] magnitude = value.signum() == 0 ? new byte[0] : value.toByteArray();
    int sign = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
    byte[] bytes = new byte[zeros + magnitude.length - sign];
    System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
    return bytes;
  }

  private static byte[] checksum(byte[] payload) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(sha256.digest(sha256.digest(payload)), CHECKSUM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
