package io.timecoin.node.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code txid:vout} and nothing like it. */
class OutPointTest {
  private static final String TXID = "0123456789abcdef".repeat(4);

  @Property
  void whatIsWrittenIsReadBackAndOrderedAsItsText(
      @ForAll long a, @ForAll long b, @ForAll int vout) {
    OutPoint one = new OutPoint(new Txid(a, b, a, b), vout);
    OutPoint other = new OutPoint(new Txid(b, a, a, b), vout);

    assertThat(OutPoint.parse(one.toString())).isEqualTo(one);
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(Integer.signum(one.txid().toString().compareTo(other.txid().toString())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":0",
        "@",
        "@:",
        "@:-1",
        "@:+1",
        "@:01",
        "@:1.0",
        "@:4294967296",
        "@: 1",
        "@:1 ",
        "@:0x1",
        "@:1:2",
        "@0",
        "x@:1",
        "@:99999999999999999999",
        "@:٣"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> OutPoint.parse(text.replace("@", TXID)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABCDEF", "abcdeg", "abcde", "abcdef0"})
  void txidMustBeLowerCaseHexOfItsLength(String end) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Txid.parse(TXID.substring(0, 58) + end))
        .withMessageContaining("hex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "4294967295"})
  void voutIsAnUnsignedNumberOf32Bits(String vout) {
    assertThat(OutPoint.parse(TXID + ":" + vout)).hasToString(TXID + ":" + vout);
  }
}
