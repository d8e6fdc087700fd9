package io.timecoin.app.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MnemonicTest {

  private static final HexFormat HEX = HexFormat.of();

  static Stream<JsonNode> vectors() {
    return file("vectors");
  }

  static Stream<JsonNode> phrases() {
    return file("validate");
  }

  private static Stream<JsonNode> file(String part) {
    try (InputStream in = MnemonicTest.class.getResourceAsStream("/vectors/mnemonics.json")) {
      JsonNode list = new JsonMapper().readTree(in).get(part);
      assertThat(list).isNotEmpty();
      return StreamSupport.stream(list.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void wordsEntropyAndSeedAgreeWithTheReference(JsonNode vector) {
    byte[] entropy = HEX.parseHex(vector.get("entropy_hex").textValue());
    String phrase = vector.get("mnemonic").textValue();

    Mnemonic made = Mnemonic.ofEntropy(entropy);
    Mnemonic read = ((MnemonicCheck.Valid) Mnemonic.check(phrase)).mnemonic();

    assertThat(String.join(" ", made.words())).isEqualTo(phrase);
    assertThat(read.entropy()).isEqualTo(entropy);
    assertThat(HEX.formatHex(read.seed(vector.get("passphrase").textValue())))
        .isEqualTo(vector.get("seed_hex").textValue());
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void phrasesAreTakenAndRefusedAsByTheReference(JsonNode phrase) {
    MnemonicCheck check = Mnemonic.check(phrase.get("input").textValue());
    String result = phrase.get("result").textValue();
    if (result.equals("ok")) {
      assertThat(check).isInstanceOf(MnemonicCheck.Valid.class);
    } else if (check instanceof MnemonicCheck.WrongWordCount(int words)) {
      assertThat(result).contains("invalid word count: " + words);
    } else if (check instanceof MnemonicCheck.UnknownWord(int position, _)) {
      assertThat(result).contains("unknown word (word " + position + ")");
    } else {
      assertThat(check).as(result).isNull();
    }
  }

  @Test
  void wordsInAnotherOrderFailTheirChecksum() {
    assertThat(Mnemonic.check("about" + " abandon".repeat(11)))
        .isEqualTo(new MnemonicCheck.WrongChecksum());
  }

  @Test
  void entropyOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Mnemonic.ofEntropy(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16, 20, 24, 28 or 32");
  }

  @Test
  void wordsAreNeverPrinted() {
    assertThat(Mnemonic.ofEntropy(new byte[16])).hasToString("Mnemonic(12 words)");
  }

  @Property(tries = 200)
  void anyEntropyComesBackFromItsWords(@ForAll("entropies") byte[] entropy) {
    Mnemonic made = Mnemonic.ofEntropy(entropy);
    MnemonicCheck check = Mnemonic.check(String.join(" ", made.words()));
    assertThat(check)
        .isInstanceOfSatisfying(
            MnemonicCheck.Valid.class,
            valid -> assertThat(valid.mnemonic().entropy()).isEqualTo(entropy));
  }

  @Provide
  Arbitrary<byte[]> entropies() {
    return Arbitraries.of(16, 20, 24, 28, 32)
        .flatMap(length -> Arbitraries.bytes().array(byte[].class).ofSize(length));
  }
}
