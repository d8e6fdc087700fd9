package io.timecoin.node.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Any payload, leading zeros and all. */
class Base58CheckTest {
  @Property
  void payloadIsReadBackWithItsLeadingZeros(
      @ForAll @Size(min = 1, max = 38) byte[] payload, @ForAll @IntRange(max = 5) int zeros) {
    Arrays.fill(payload, 0, Math.min(zeros, payload.length), (byte) 0);

    assertThat(Base58Check.decode(Base58Check.encode(payload))).isEqualTo(payload);
  }

  @Test
  void longestTextsOfTheLargestDigitDoNotOverflow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Base58Check.decode("z".repeat(60)))
        .withMessageContaining("checksum");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Base58Check.decode("1".repeat(60)))
        .withMessageContaining("checksum");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Base58Check.decode("z".repeat(61)))
        .withMessageContaining("too long");
  }
}
