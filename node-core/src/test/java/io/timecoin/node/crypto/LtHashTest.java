package io.timecoin.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;

final class LtHashTest {
  private static byte[] element(int i) {
    return ("element " + i).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void orderDoesNotMatterAndWhatIsTakenOutWasNeverThere() {
    List<Integer> elements = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      elements.add(i);
    }
    LtHash forward = new LtHash();
    elements.forEach(i -> forward.add(element(i)));
    Collections.shuffle(elements, new Random(3));
    LtHash shuffled = new LtHash();
    shuffled.add(element(99));
    elements.forEach(i -> shuffled.add(element(i)));
    assertThat(shuffled.checksum()).isNotEqualTo(forward.checksum());
    shuffled.remove(element(99));
    assertThat(shuffled.checksum()).isEqualTo(forward.checksum());
  }

  @Test
  void itIsAMultiset() {
    LtHash once = new LtHash();
    once.add(element(1));
    LtHash twice = LtHash.of(once.toBytes());
    twice.add(element(1));
    assertThat(twice.checksum()).isNotEqualTo(once.checksum());
    twice.remove(element(1));
    assertThat(twice.toBytes()).isEqualTo(once.toBytes());
  }

  /** Lane by lane from the definition: SHAKE256, 16-bit lanes, little-endian, sum modulo 2^16. */
  @Test
  void theSumIsThatOfTheDefinition() {
    byte[] a = expanded(element(1));
    byte[] b = expanded(element(2));
    LtHash hash = new LtHash();
    hash.add(element(1));
    hash.add(element(2));
    byte[] sum = hash.toBytes();
    for (int lane = 0; lane < LtHash.BYTES; lane += 2) {
      int expected = (value(a, lane) + value(b, lane)) & 0xffff;
      assertThat(value(sum, lane)).isEqualTo(expected);
    }
  }

  private static byte[] expanded(byte[] element) {
    SHAKEDigest shake = new SHAKEDigest(256);
    shake.update(element, 0, element.length);
    byte[] bytes = new byte[LtHash.BYTES];
    shake.doFinal(bytes, 0, bytes.length);
    return bytes;
  }

  private static int value(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  @Test
  void aSumOfAnotherLengthIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> LtHash.of(new byte[7]));
  }
}
