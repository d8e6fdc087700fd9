package io.timecoin.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corners where implementations of Ed25519 differ. A node on any provider must give the same
 * answer, or the network splits.
 */
class StrictVerificationTest {
  private static final BigInteger SECRET = BigInteger.valueOf(7).pow(80).mod(EdwardsPoint.ORDER);
  private static final BigInteger NONCE = BigInteger.valueOf(11).pow(70).mod(EdwardsPoint.ORDER);
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

  private static final EdwardsPoint KEY = EdwardsPoint.BASE.times(SECRET);
  private static final EdwardsPoint R = EdwardsPoint.BASE.times(NONCE);

  /** A point of order 8: every multiple of the others' orders of a point outside the subgroup. */
  private static final EdwardsPoint TORSION = torsion();

  private record Signed(byte[] key, byte[] message, byte[] r, BigInteger s) {}

  static List<Ed25519Provider> providers() {
    return Ed25519Provider.available();
  }

  @Test
  void nativeAndJdkProvidersAreThereToBeCompared() {
    assertThat(providers())
        .extracting(Ed25519Provider::name)
        .contains("SunEC")
        .hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void ordinarySignatureIsAccepted(Ed25519Provider provider) {
    assertThat(verify(provider, signed(KEY, R, HELLO))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void sAboveTheOrderIsRefused(Ed25519Provider provider) {
    Signed good = signed(KEY, R, HELLO);
    for (BigInteger s = good.s.add(EdwardsPoint.ORDER);
        s.bitLength() <= 256;
        s = s.add(EdwardsPoint.ORDER)) {
      assertThat(verify(provider, new Signed(good.key, HELLO, good.r, s))).isFalse();
    }
    assertThat(verify(provider, new Signed(good.key, HELLO, good.r, EdwardsPoint.ORDER))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void lowOrderKeyIsRefusedInEveryEncoding(Ed25519Provider provider) {
    for (byte[] key : lowOrderEncodings()) {
      for (byte[] r : lowOrderEncodings()) {
        assertThat(verify(provider, new Signed(key, HELLO, r, BigInteger.ZERO))).isFalse();
      }
      byte[] r = R.encode();
      assertThat(verify(provider, new Signed(key, HELLO, r, NONCE))).isFalse();
    }
  }

  /** With R of low order, S = h·a makes the equation hold up to the cofactor. */
  @ParameterizedTest
  @MethodSource("providers")
  void lowOrderRIsRefusedInEveryEncoding(Ed25519Provider provider) {
    byte[] key = KEY.encode();
    for (byte[] r : lowOrderEncodings()) {
      BigInteger s = challenge(r, key, HELLO).multiply(SECRET).mod(EdwardsPoint.ORDER);
      assertThat(verify(provider, new Signed(key, HELLO, r, s))).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void nonCanonicalKeyAndRAreRefused(Ed25519Provider provider) {
    for (byte[] encoding : nonCanonicalEncodings()) {
      assertThat(verify(provider, new Signed(encoding, HELLO, R.encode(), NONCE))).isFalse();
      byte[] key = KEY.encode();
      BigInteger s = challenge(encoding, key, HELLO).multiply(SECRET).mod(EdwardsPoint.ORDER);
      assertThat(verify(provider, new Signed(key, HELLO, encoding, s))).isFalse();
    }
  }

  /** Cofactored implementations accept these; ours must not. */
  @ParameterizedTest
  @MethodSource("providers")
  void mixedOrderRIsRefused(Ed25519Provider provider) {
    for (int i = 1; i < 8; i++) {
      EdwardsPoint r = R.plus(TORSION.times(BigInteger.valueOf(i)));

      assertThat(verify(provider, signed(KEY, r, HELLO))).isFalse();
    }
  }

  /** The equation without cofactor holds exactly where the challenge takes the torsion away. */
  @ParameterizedTest
  @MethodSource("providers")
  void mixedOrderKeyIsJudgedWithoutCofactor(Ed25519Provider provider) {
    EdwardsPoint key = KEY.plus(TORSION);
    List<Boolean> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] message = ("message " + i).getBytes(StandardCharsets.UTF_8);
      Signed signed = signed(key, R, message);
      BigInteger challenge = challenge(signed.r, signed.key, message);
      boolean holds = challenge.mod(EIGHT).signum() == 0;
      answers.add(holds);

      assertThat(verify(provider, signed)).isEqualTo(holds);
    }
    assertThat(answers).contains(true, false);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void keyThatIsNoPointIsRefusedWithoutAnException(Ed25519Provider provider) {
    byte[] key = EdwardsPoint.encode(BigInteger.TWO, false);

    assertThat(verify(provider, new Signed(key, HELLO, R.encode(), NONCE))).isFalse();
  }

  @Test
  void everyProviderGivesTheSameAnswerToEveryFlippedBit() {
    Signed good = signed(KEY, R, HELLO);
    List<Ed25519Provider> fast = providers().stream().filter(p -> !p.isJdk()).toList();
    for (int bit = 0; bit < 512; bit++) {
      byte[] signature = bytes(good);
      signature[bit / 8] ^= (byte) (1 << bit % 8);
      Signature flipped = Signature.of(signature);

      assertThat(fast).noneMatch(p -> Ed25519.verify(p, PublicKey.of(good.key), HELLO, flipped));
    }
  }

  /** S = nonce + h·secret, whatever key and R are claimed to be. */
  private static Signed signed(EdwardsPoint key, EdwardsPoint r, byte[] message) {
    BigInteger h = challenge(r.encode(), key.encode(), message);
    BigInteger s = NONCE.add(h.multiply(SECRET)).mod(EdwardsPoint.ORDER);
    return new Signed(key.encode(), message, r.encode(), s);
  }

  private static boolean verify(Ed25519Provider provider, Signed signed) {
    return Ed25519.verify(
        provider, PublicKey.of(signed.key), signed.message, Signature.of(bytes(signed)));
  }

  private static byte[] bytes(Signed signed) {
    byte[] bytes = new byte[Signature.BYTES];
    System.arraycopy(signed.r, 0, bytes, 0, 32);
    System.arraycopy(EdwardsPoint.littleEndian(signed.s), 0, bytes, 32, 32);
    return bytes;
  }

  private static BigInteger challenge(byte[] r, byte[] key, byte[] message) {
    try {
      MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
      sha512.update(r);
      sha512.update(key);
      return EdwardsPoint.fromLittleEndian(sha512.digest(message)).mod(EdwardsPoint.ORDER);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EdwardsPoint torsion() {
    for (BigInteger y = BigInteger.TWO; ; y = y.add(BigInteger.ONE)) {
      try {
        EdwardsPoint point = EdwardsPoint.ofY(y, false).times(EdwardsPoint.ORDER);
        if (!point.times(BigInteger.valueOf(4)).equals(EdwardsPoint.IDENTITY)) {
          return point;
        }
      } catch (ArithmeticException e) {
        // no point has this y: the next is tried
      }
    }
  }

  /** Eight points; those of small y also as y + p; each with either sign bit. */
  private static List<byte[]> lowOrderEncodings() {
    return Stream.iterate(TORSION, point -> point.plus(TORSION))
        .limit(8)
        .map(EdwardsPoint::y)
        .distinct()
        .flatMap(y -> Stream.of(y, y.add(EdwardsPoint.P)).filter(e -> e.bitLength() <= 255))
        .flatMap(y -> Stream.of(EdwardsPoint.encode(y, false), EdwardsPoint.encode(y, true)))
        .toList();
  }

  private static List<byte[]> nonCanonicalEncodings() {
    return Stream.iterate(EdwardsPoint.P, y -> y.bitLength() <= 255, y -> y.add(BigInteger.ONE))
        .flatMap(y -> Stream.of(EdwardsPoint.encode(y, false), EdwardsPoint.encode(y, true)))
        .toList();
  }
}
