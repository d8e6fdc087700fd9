package io.timecoin.node.crypto;

import java.math.BigInteger;

/** A point of Ed25519's curve in plain affine arithmetic: slow, for making hard cases only. */
record EdwardsPoint(BigInteger x, BigInteger y) {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  static final EdwardsPoint IDENTITY = new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE);
  static final EdwardsPoint BASE =
      ofY(BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P), false);

  /**
   * The point of that y with an odd or even x.
   *
   * @throws ArithmeticException if the curve has none
   */
  static EdwardsPoint ofY(BigInteger y, boolean odd) {
    BigInteger y2 = y.multiply(y).mod(P);
    BigInteger x2 =
        y2.subtract(BigInteger.ONE)
            .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!x.multiply(x).mod(P).equals(x2)) {
      x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
    }
    if (!x.multiply(x).mod(P).equals(x2)) {
      throw new ArithmeticException("no point has this y");
    }
    return new EdwardsPoint(x.testBit(0) == odd ? x : P.subtract(x).mod(P), y);
  }

  EdwardsPoint plus(EdwardsPoint other) {
    BigInteger xx = x.multiply(other.x);
    BigInteger yy = y.multiply(other.y);
    BigInteger dxy = D.multiply(xx).multiply(yy).mod(P);
    BigInteger newX =
        x.multiply(other.y)
            .add(y.multiply(other.x))
            .multiply(BigInteger.ONE.add(dxy).modInverse(P));
    BigInteger newY = yy.add(xx).multiply(BigInteger.ONE.subtract(dxy).modInverse(P));
    return new EdwardsPoint(newX.mod(P), newY.mod(P));
  }

  EdwardsPoint times(BigInteger factor) {
    EdwardsPoint sum = IDENTITY;
    for (int i = factor.bitLength() - 1; i >= 0; i--) {
      sum = sum.plus(sum);
      if (factor.testBit(i)) {
        sum = sum.plus(this);
      }
    }
    return sum;
  }

  byte[] encode() {
    return encode(y, x.testBit(0));
  }

  /** 32 bytes of any y below 2^255, canonical or not. */
  static byte[] encode(BigInteger y, boolean sign) {
    byte[] bytes = littleEndian(y);
    bytes[31] |= (byte) (sign ? 0x80 : 0);
    return bytes;
  }

  static byte[] littleEndian(BigInteger value) {
    byte[] big = value.toByteArray();
    byte[] little = new byte[32];
    for (int i = 0; i < big.length && i < little.length; i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }

  static BigInteger fromLittleEndian(byte[] bytes) {
    byte[] big = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      big[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, big);
  }
}
