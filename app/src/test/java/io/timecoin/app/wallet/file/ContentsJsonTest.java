package io.timecoin.app.wallet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Network;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsJsonTest {

  private static final String WATCHING =
      """
      {"name":"Savings","network":"devnet","created_at":"2026-11-05T10:00:00Z","keys":[],\
      "watched":[],"positions":{"receive":{"used":0,"next":0},"change":{"used":0,"next":0}},\
      "labels":[],"contacts":[]}\
      """;

  private static WalletContents read(String json) {
    return ContentsJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(WalletContents contents) {
    return new String(ContentsJson.write(contents), StandardCharsets.UTF_8);
  }

  @Test
  void emptyWalletHasThisForm() {
    WalletContents contents =
        WalletContents.create("Savings", Network.DEVNET, Wallets.BORN, WalletSecrets.NONE);
    assertThat(written(contents)).isEqualTo(WATCHING);
    assertThat(Wallets.facts(read(WATCHING))).isEqualTo(Wallets.facts(contents));
  }

  @Test
  void fieldsOfALaterVersionAreKept() {
    String later =
        WATCHING.replace(
            "\"keys\"", "\"theme\":{\"rate\":1.50,\"a\":[1,null]},\"pin\":\"x\",\"keys\"");
    WalletContents contents = read(later);
    assertThat(contents.about().more())
        .isEqualTo("{\"theme\":{\"rate\":1.50,\"a\":[1,null]},\"pin\":\"x\"}");
    assertThat(written(contents.watching(Wallets.address(1))))
        .contains("\"theme\":{\"rate\":1.50,\"a\":[1,null]}", "\"pin\":\"x\"", "TIME0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "network":"devnet"     | "network":"bitcoin"   | network must be
          "name":"Savings",      | ``                    | "name" is missing
          "name":"Savings"       | "name":1              | "name" is no text
          T10:00:00Z             | T99:00:00Z            | "created_at" is no time
          "keys":[]              | "keys":["AAAA"]       | secret key must be 32 bytes
          "keys":[]              | "keys":["%"]          | not the JSON
          "watched":[]           | "watched":["TIME0x"]  | address
          "used":0,"next":0      | "used":-1,"next":0    | no position
          "used":0,"next":0      | "used":5,"next":0     | no position
          "labels":[]            | "labels":[{"type":"tx"}] | a label is not understood
          "contacts":[]          | "contacts":[{"name":"Bob"}] | "address" is missing
          "contacts":[]}         | "contacts":[]         | not the JSON
          "contacts":[]}         | "contacts":[]}}       | not the JSON
          "contacts":[]}         | "contacts":[]} 1      | something follows
          "contacts":[]}         | "contacts":[],"name":"x"} | not the JSON
          """)
  void whatIsNotUnderstoodIsRefused(String good, String bad, String reason) {
    String text = WATCHING.replace(good, bad);
    assertThat(text).isNotEqualTo(WATCHING);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void secretsAreClearedAndNeverPrinted() {
    WalletContents contents = Wallets.full();
    assertThat(contents.toString())
        .contains("WalletSecrets(words, 1 keys)")
        .doesNotContain("pässwörd");
    contents.secrets().close();
    assertThat(contents.secrets().entropy()).containsOnly(0);
    assertThat(contents.secrets().passphrase()).containsOnly('\0');
    assertThat(contents.secrets().imported().getFirst().key()).isEmpty();
  }
}
