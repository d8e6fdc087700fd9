package io.timecoin.app.wallet.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtendedKeyTest {

  private static final HexFormat HEX = HexFormat.of();

  static Stream<JsonNode> vectors() throws IOException {
    try (InputStream in = ExtendedKeyTest.class.getResourceAsStream("/vectors/slip-0010.json")) {
      JsonNode list = new JsonMapper().readTree(in).get("ed25519");
      assertThat(list).hasSize(12);
      return StreamSupport.stream(list.spliterator(), false);
    }
  }

  private static int[] steps(JsonNode vector) {
    return StreamSupport.stream(vector.get("hardened").spliterator(), false)
        .mapToInt(JsonNode::intValue)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void keysAgreeWithTheStandard(JsonNode vector) {
    byte[] seed = HEX.parseHex(vector.get("seed").textValue());
    ExtendedKey key = ExtendedKey.master(seed).descendant(steps(vector));

    assertThat(HEX.formatHex(key.chainCode())).isEqualTo(vector.get("chain_code").textValue());
    assertThat(HEX.formatHex(key.signingKey().secretBytes()))
        .isEqualTo(vector.get("private").textValue());
    // The standard writes a zero byte before the 32 of the key.
    assertThat("00" + key.signingKey().publicKey()).isEqualTo(vector.get("public").textValue());
  }

  @Test
  void clearedKeyHasNoChildrenAndNoSecret() {
    ExtendedKey key = ExtendedKey.master(new byte[16]);
    key.close();
    assertThat(key.chainCode()).containsOnly(0);
    assertThatThrownBy(() -> key.child(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.descendant()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(key::signingKey).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void descendantsLeaveTheirAncestorUsable() {
    ExtendedKey key = ExtendedKey.master(new byte[16]);
    byte[] first = key.descendant(1, 2).chainCode();
    assertThat(key.descendant(1, 2).chainCode()).isEqualTo(first);
    assertThat(key.child(1).child(2).chainCode()).isEqualTo(first);
  }

  @Test
  void seedOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> ExtendedKey.master(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExtendedKey.master(new byte[65]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indexWithTheHardeningBitIsRefused() {
    assertThatThrownBy(() -> ExtendedKey.master(new byte[16]).child(1 << 31))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void secretIsNeverPrinted() {
    assertThat(ExtendedKey.master(new byte[16])).hasToString("ExtendedKey(secret)");
  }
}
