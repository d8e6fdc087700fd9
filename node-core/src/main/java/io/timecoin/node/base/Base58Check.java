package io.timecoin.node.base;

import java.math.BigInteger;
import java.nio.ByteBuffer;
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

  /** Words of 32 bits that hold {@value #TEXT_MAX} digits, the highest first. */
  private static final int LIMBS = 11;

  private static final long LIMB_MASK = 0xffff_ffffL;

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
    int[] limbs = new int[LIMBS];
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("address has a character that is not base58");
      }
      append(limbs, digit);
      if (zeros == i && digit == 0) {
        zeros++;
      }
    }
    return withZeros(zeros, limbs);
  }

  /** The number times 58 plus the digit; {@value #TEXT_MAX} digits never overflow. */
  private static void append(int[] limbs, int digit) {
    long carry = digit;
    for (int i = LIMBS - 1; i >= 0; i--) {
      carry += (limbs[i] & LIMB_MASK) * ALPHABET.length();
      limbs[i] = (int) carry;
      carry >>>= Integer.SIZE;
    }
  }

  private static byte[] withZeros(int zeros, int[] limbs) {
    ByteBuffer number = ByteBuffer.allocate(LIMBS * Integer.BYTES);
    number.asIntBuffer().put(limbs);
    int first = 0;
    while (first < number.capacity() && number.get(first) == 0) {
      first++;
    }
    byte[] bytes = new byte[zeros + number.capacity() - first];
    number.get(first, bytes, zeros, number.capacity() - first);
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
