package io.timecoin.node.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money: never negative, never rounded, never wrapped around. */
class AmountTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 100000000",
    "25, 2500000000",
    "0.00001, 1000",
    "0.00000001, 1",
    "1.5, 150000000",
    "001.10, 110000000",
    "92233720368.54775807, 9223372036854775807"
  })
  void decimalNumbersOfTimeAreRead(String text, long units) {
    assertThat(Amount.parseTime(text)).isEqualTo(Amount.ofUnits(units));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1.",
        ".5",
        "-1",
        "+1",
        "1e3",
        "1,5",
        "1 000",
        " 1",
        "0x10",
        "٣",
        "1.2.3",
        "NaN",
        "0.000000001",
        "92233720368.54775808",
        "999999999999999999999"
      })
  void anythingElseIsRefusedWithAReason(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.parseTime(text))
        .withMessageMatching("(amount|TIME) .+");
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0) long units) {
    Amount amount = Amount.ofUnits(units);

    assertThat(Amount.parseTime(amount.toTimeString())).isEqualTo(amount);
    assertThat(amount.toTimeString()).doesNotEndWith(".").doesNotMatch(".*\\..*0$");
  }

  @Property
  void sumsAreExactOrRefused(
      @ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
    if (a + b >= 0) {
      Amount sum = Amount.ofUnits(a).plus(Amount.ofUnits(b));
      assertThat(sum.minus(Amount.ofUnits(b))).isEqualTo(Amount.ofUnits(a));
    } else {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Amount.ofUnits(a).plus(Amount.ofUnits(b)));
    }
  }

  @Test
  void negativeAmountsDoNotExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> Amount.ofUnits(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.ofUnits(1).minus(Amount.ofUnits(2)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Amount.ofTime(Long.MAX_VALUE));
  }
}
