package io.timecoin.app.wallet.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.wallet.uri.PaymentUri.Reason;
import io.timecoin.app.wallet.uri.PaymentUri.Refused;
import io.timecoin.app.wallet.uri.PaymentUri.Understood;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Amount;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentUriTest {

  private static final Address SHOP = Address.of(AddressVersion.MAIN, new byte[20]);

  private static PaymentUri.Parsed parse(String rest) {
    return PaymentUri.parse("timecoin:" + SHOP + rest);
  }

  private static PaymentUri.Parsed understood(long units, String label, String message) {
    Optional<Amount> amount = Optional.of(Amount.ofUnits(units)).filter(asked -> asked.units() > 0);
    return new Understood(new PaymentUri(SHOP, amount, label, message));
  }

  @Test
  void allPartsAreRead() {
    assertThat(parse("?amount=1.5&label=Caf%C3%A9%20%26%20Bar&message=Order+7%3D%F0%9F%91%8D"))
        .isEqualTo(understood(150_000_000, "Café & Bar", "Order+7=👍"));
  }

  @Test
  void allPartsButTheAddressCanBeMissing() {
    assertThat(parse("")).isEqualTo(new Understood(PaymentUri.of(SHOP)));
    assertThat(parse("?")).isEqualTo(new Understood(PaymentUri.of(SHOP)));
    assertThat(parse("?&&label=&")).isEqualTo(new Understood(PaymentUri.of(SHOP)));
  }

  @Test
  void schemeMayBeInUpperCaseAndWhiteSpaceAround() {
    assertThat(PaymentUri.parse(" TimeCoin:" + SHOP + "\n"))
        .isEqualTo(new Understood(PaymentUri.of(SHOP)));
  }

  @Test
  void unknownParametersAreIgnoredAndRequiredOnesRefused() {
    assertThat(parse("?time=5&amount=2&pj=https://x/?y=z#f"))
        .isEqualTo(understood(200_000_000, "", ""));
    assertThat(parse("?amount=2&req-expires=5"))
        .isEqualTo(new Refused(Reason.UNKNOWN_REQUIREMENT, "req-expires"));
    assertThat(parse("?%72eq-x=5")).isEqualTo(new Refused(Reason.UNKNOWN_REQUIREMENT, "req-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"amount", "label", "message"})
  void knownParameterMustNotComeTwice(String name) {
    assertThat(parse("?" + name + "=1&" + name + "=1")).isEqualTo(new Refused(Reason.TWICE, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                     | more than 0
          0.00000000            | more than 0
          ''                    | must be a decimal number
          -1                    | must be a decimal number
          1e3                   | must be a decimal number
          1,5                   | must be a decimal number
          .5                    | must be a decimal number
          50 TIME               | must be a decimal number
          ١                     | must be a decimal number
          0.000000001           | at most 8 decimals
          92233720368.54775808  | too large
          """)
  void amountsAreExactOrRefused(String amount, String reason) {
    assertThat(parse("?amount=" + amount))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.BAD_AMOUNT);
              assertThat(refused.detail()).contains(reason);
            });
    assertThat(parse("?amount=92233720368.54775807")).isEqualTo(understood(Long.MAX_VALUE, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%2", "%zz", "%C3", "%FF", "%ED%A0%80", "%-1", "%+1"})
  void textThatIsNotUtf8IsRefused(String text) {
    assertThat(parse("?label=" + text)).isEqualTo(new Refused(Reason.BAD_ENCODING, text));
    assertThat(parse("?other=" + text)).isEqualTo(new Refused(Reason.BAD_ENCODING, text));
  }

  @Test
  void mistypedAddressIsRefusedWithItsReason() {
    assertThat(PaymentUri.parse("timecoin:" + SHOP.toString().replace("TIME1", "TIME0")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_ADDRESS));
    assertThat(PaymentUri.parse("timecoin:?amount=1"))
        .isEqualTo(new Refused(Reason.BAD_ADDRESS, "address must start with TIME1 or TIME0"));
    assertThat(PaymentUri.parse("timecoin://" + SHOP))
        .isEqualTo(new Refused(Reason.BAD_ADDRESS, "address must start with TIME1 or TIME0"));
  }

  @Test
  void otherTextsAreNoLinks() {
    Refused other = new Refused(Reason.OTHER_SCHEME, "");
    assertThat(PaymentUri.parse("bitcoin:" + SHOP)).isEqualTo(other);
    assertThat(PaymentUri.parse(SHOP.toString())).isEqualTo(other);
    assertThat(PaymentUri.parse("")).isEqualTo(other);
  }

  @Test
  void textsAreBounded() {
    assertThat(parse("?label=" + "x".repeat(255))).isInstanceOf(Understood.class);
    assertThat(parse("?label=" + "x".repeat(256)))
        .isEqualTo(new Refused(Reason.BAD_TEXT, "label and message have at most 255 characters"));
    assertThat(parse("?x=" + "x".repeat(2_000))).isEqualTo(new Refused(Reason.TOO_LONG, ""));
  }

  @Test
  void lineBreaksInATextBecomeSpaces() {
    assertThat(parse("?label=%20a%0D%0Ab%00")).isEqualTo(understood(0, "a b", ""));
  }

  @Test
  void linkIsWrittenForEverybodyToRead() {
    PaymentUri uri =
        new PaymentUri(SHOP, Optional.of(Amount.ofUnits(150_000_000)), "Café & Bar", "a=b?#+");
    assertThat(uri.write())
        .isEqualTo(
            "timecoin:" + SHOP + "?amount=1.5&label=Caf%C3%A9%20%26%20Bar&message=a%3Db%3F%23%2B");
    assertThat(PaymentUri.of(SHOP).write()).isEqualTo("timecoin:" + SHOP);
    assertThatThrownBy(() -> new PaymentUri(SHOP, Optional.of(Amount.ZERO), "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void whatIsWrittenIsRead(
      @ForAll @LongRange(min = 1) long units,
      @ForAll @StringLength(max = 50) String label,
      @ForAll @StringLength(max = 50) String message) {
    PaymentUri uri =
        new PaymentUri(
            SHOP, Optional.of(Amount.ofUnits(units)), wellFormed(label), wellFormed(message));
    assertThat(PaymentUri.parse(uri.write()))
        .isEqualTo(
            uri.write().length() > 2_000 ? new Refused(Reason.TOO_LONG, "") : new Understood(uri));
  }

  /** Half a surrogate pair is no text that UTF-8 has. */
  private static String wellFormed(String text) {
    return text.replaceAll("\\p{Cs}", "x");
  }

  @Property(tries = 500)
  void nothingThrows(@ForAll String rest) {
    assertThat(parse("?" + rest)).isNotNull();
    assertThat(PaymentUri.parse(rest)).isNotNull();
  }
}
