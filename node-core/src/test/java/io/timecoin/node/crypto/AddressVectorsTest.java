package io.timecoin.node.crypto;

import static io.timecoin.node.vectors.Vectors.bytes;
import static io.timecoin.node.vectors.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys to addresses and back to text, as the reference does both. */
class AddressVectorsTest {
  static Stream<Arguments> keys() {
    return Vectors.of("addresses.json", "from_key", "name");
  }

  static Stream<Arguments> texts() {
    return Vectors.of("addresses.json", "parse", "input");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void keyGivesTheReferencesAddresses(String name, JsonNode vector) {
    byte[] hash160 = bytes(vector, "hash160_hex");

    assertThat(Address.of(AddressVersion.MAIN, hash160)).hasToString(text(vector, "mainnet"));
    assertThat(Address.of(AddressVersion.TEST, hash160)).hasToString(text(vector, "testnet"));
    if (vector.has("public_key_hex")) {
      PublicKey key = PublicKey.parse(text(vector, "public_key_hex"));
      assertThat(Hashes.hash160(key.toBytes())).isEqualTo(hash160);
    }
    if (vector.has("secret_key_hex")) {
      assertThat(SigningKey.of(bytes(vector, "secret_key_hex")).publicKey())
          .hasToString(text(vector, "public_key_hex"));
    }
  }

  @ParameterizedTest(name = "\"{0}\"")
  @MethodSource("texts")
  void textIsReadOrRefusedAsInTheReference(String input, JsonNode vector) {
    if (vector.get("ok").booleanValue()) {
      Address address = Address.parse(input);
      boolean mainnet = text(vector, "network").equals("Mainnet");

      assertThat(address).hasToString(text(vector, "reencoded"));
      assertThat(address.hash160()).isEqualTo(bytes(vector, "hash160_hex"));
      assertThat(address.belongsTo(Network.MAINNET)).isEqualTo(mainnet);
      assertThat(address.belongsTo(Network.TESTNET)).isEqualTo(!mainnet);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Address.parse(input))
          .withMessageMatching(reason(input, text(vector, "error")));
    }
  }

  /** The reference calls everything before version and checksum an invalid format; we say which. */
  private static String reason(String input, String error) {
    return switch (error) {
      case "InvalidVersion" -> "address version does not belong to the prefix TIME[01]";
      case "InvalidChecksum" -> "address checksum does not match; check for a typo";
      case "InvalidAddress" -> formatReason(input);
      default -> throw new IllegalArgumentException(error);
    };
  }

  private static String formatReason(String input) {
    if (!input.startsWith("TIME1") && !input.startsWith("TIME0")) {
      return "address must start with TIME1 or TIME0";
    }
    return switch (input) {
      case "TIME1" -> "address is too short";
      case "TIME0BCckgvFB7oRyotD7eRBqtReeaQLMXmAWD", "TIME115hkPuzuXasXMMHjWMo6szTFGjTRTaEWL" ->
          "address has the wrong length";
      case "TIME11MkrY8vaqzVzxpYrcanUx4aqzSPLYZeniv1", "TIME111MkrY8vaqzVzxpYrcanUx4aqzSPLYZeniv" ->
          "address checksum does not match.*"; // a character more shifts every byte
      default -> "address has a character that is not base58";
    };
  }
}
