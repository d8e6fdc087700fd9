package io.timecoin.node.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Addresses: every hash has one, and a typo has none. */
class AddressTest {
  @Property
  void everyHashHasOneAddressOnEachNetworkAndIsReadBack(
      @ForAll @Size(Address.HASH_BYTES) byte[] hash, @ForAll AddressVersion version) {
    Address address = Address.of(version, hash);

    assertThat(Address.parse(address.toString())).isEqualTo(address);
    assertThat(address.hash160()).isEqualTo(hash);
    assertThat(address.version()).isEqualTo(version);
    assertThat(address.belongsTo(Network.DEVNET)).isEqualTo(version == AddressVersion.TEST);
  }

  @Property
  void oneWrongCharacterIsRefused(
      @ForAll @Size(Address.HASH_BYTES) byte[] hash,
      @ForAll @IntRange(max = 32) int at,
      @ForAll @IntRange(min = 1, max = 57) int by) {
    String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    StringBuilder text = new StringBuilder(Address.of(AddressVersion.TEST, hash).toString());
    int index = 5 + at % (text.length() - 5);
    int digit = alphabet.indexOf(text.charAt(index));
    text.setCharAt(index, alphabet.charAt((digit + by) % alphabet.length()));

    assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text.toString()));
  }

  @Test
  void longTextIsRefusedBeforeAnyArithmetic() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.parse("TIME0" + "z".repeat(1_000_000)))
        .withMessage("address is too long");
  }
}
