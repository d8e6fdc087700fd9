package io.timecoin.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The gate alone, at its edges: no provider stands behind it here. */
class StrictEncodingTest {
  private static final byte[] POINT = EdwardsPoint.BASE.encode();

  @Test
  void sIsBelowTheOrder() {
    assertThat(holds(POINT, POINT, EdwardsPoint.ORDER.subtract(BigInteger.ONE))).isTrue();
    assertThat(holds(POINT, POINT, EdwardsPoint.ORDER)).isFalse();
    assertThat(holds(POINT, POINT, EdwardsPoint.ORDER.add(BigInteger.ONE))).isFalse();
    assertThat(holds(POINT, POINT, BigInteger.TWO.pow(256).subtract(BigInteger.ONE))).isFalse();
  }

  @Test
  void keyAndRAreBelowTheField() {
    byte[] highest = EdwardsPoint.encode(EdwardsPoint.P.subtract(BigInteger.TWO), true);
    byte[] above = EdwardsPoint.encode(EdwardsPoint.P.add(BigInteger.TWO), true);

    assertThat(holds(highest, highest, BigInteger.ONE)).isTrue();
    assertThat(holds(above, POINT, BigInteger.ONE)).isFalse();
    assertThat(holds(POINT, above, BigInteger.ONE)).isFalse();
  }

  private static boolean holds(byte[] key, byte[] r, BigInteger s) {
    byte[] signature = new byte[64];
    System.arraycopy(r, 0, signature, 0, 32);
    System.arraycopy(EdwardsPoint.littleEndian(s), 0, signature, 32, 32);
    return StrictEncoding.holds(key, signature);
  }
}
