package io.timecoin.node.crypto;

import static io.timecoin.node.vectors.Vectors.bytes;
import static io.timecoin.node.vectors.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Signature;
import io.timecoin.node.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing gives the reference's bytes; verifying is stricter where it says so. */
class SignatureVectorsTest {
  static Stream<Arguments> vectors() {
    return Vectors.of("signatures.json", "vectors", "key");
  }

  static Stream<Arguments> signed() {
    return vectors().filter(vector -> ((JsonNode) vector.get()[1]).has("secret_key_hex"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signed")
  void signingGivesTheReferencesBytes(String name, JsonNode vector) {
    SigningKey key = SigningKey.of(bytes(vector, "secret_key_hex"));

    assertThat(key.sign(bytes(vector, "message_hex"))).hasToString(text(vector, "signature_hex"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void verifyingGivesTheReferencesAnswerOrIsStricter(String name, JsonNode vector) {
    PublicKey key = PublicKey.of(bytes(vector, "public_key_hex"));
    byte[] signature = bytes(vector, "signature_hex");
    if (signature.length != Signature.BYTES) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Signature.of(signature))
          .withMessage("signature must be 64 bytes, not 63");
      return;
    }

    boolean valid = Ed25519.verify(key, bytes(vector, "message_hex"), Signature.of(signature));

    // Stricter: the identity as key would let one signature pass for every message.
    boolean expected =
        text(vector, "verify").equals("ok") && !name.equals("small_order_key_identity_any_message");
    assertThat(valid).isEqualTo(expected);
  }
}
