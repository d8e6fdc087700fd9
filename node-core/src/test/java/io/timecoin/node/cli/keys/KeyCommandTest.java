package io.timecoin.node.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.timecoin.node.base.AddressVersion;
import io.timecoin.node.base.Hex;
import io.timecoin.node.cli.CliRun;
import io.timecoin.node.cli.console.PasswordOptions;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.runtime.keys.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {
  @TempDir private Path folder;

  private CliRun withPassword(String... args) {
    return CliRun.with(new byte[0], Map.of(PasswordOptions.VARIABLE, "secret"), args);
  }

  @Test
  void newKeyIsWrittenEncryptedAndOpensWithThePassword() throws Exception {
    Path file = folder.resolve("my.key");
    CliRun run = withPassword("key", "new", "--out", file.toString(), "--json");
    assertThat(run.exit()).isZero();
    JsonNode result = new ObjectMapper().readTree(run.out());
    SigningKey key = KeyFile.read(file, "secret".toCharArray());
    assertThat(result.path("public_key").textValue()).isEqualTo(key.publicKey().toString());
    assertThat(result.path("testnet_address").textValue())
        .isEqualTo(Hashes.addressOf(AddressVersion.TEST, key.publicKey()).toString());
    assertThat(result.has("secret_key")).isFalse();
  }

  @Test
  void passwordMayStandInAFile() throws Exception {
    Path password = Files.writeString(folder.resolve("pw"), "from file\nsecond line\n");
    Path file = folder.resolve("my.key");
    CliRun run =
        CliRun.of("key", "new", "--out", file.toString(), "--password-file", password.toString());
    assertThat(run.exit()).isZero();
    assertThat(KeyFile.read(file, "from file".toCharArray())).isNotNull();
  }

  @Test
  void withoutAPasswordAndWithNobodyToAskNothingIsWritten() {
    Path file = folder.resolve("my.key");
    CliRun run = CliRun.of("key", "new", "--out", file.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("--password-file").contains(PasswordOptions.VARIABLE);
    assertThat(file).doesNotExist();
  }

  @Test
  void keyIsNeverOverwritten() {
    Path file = folder.resolve("my.key");
    withPassword("key", "new", "--out", file.toString());
    CliRun again = withPassword("key", "new", "--out", file.toString());
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("never overwritten");
  }

  @Test
  void secretIsPrintedOnlyWhenAskedFor() throws Exception {
    CliRun run = CliRun.of("key", "new", "--print-secret", "--json");
    JsonNode result = new ObjectMapper().readTree(run.out());
    byte[] secret = Hex.decode("secret", result.path("secret_key").textValue(), 32);
    assertThat(SigningKey.of(secret).publicKey().toString())
        .isEqualTo(result.path("public_key").textValue());
    assertThat(CliRun.of("key", "new", "--out", "a", "--print-secret").exit()).isEqualTo(2);
  }

  @Test
  void publicSideIsShownWithoutAPassword() {
    Path file = folder.resolve("my.key");
    CliRun made = withPassword("key", "new", "--out", file.toString());
    CliRun shown = CliRun.of("key", "show", file.toString());
    assertThat(shown.exit()).isZero();
    assertThat(made.lines()).containsAll(shown.lines());
    assertThat(CliRun.of("key", "show", folder.resolve("none").toString()).exit()).isEqualTo(1);
  }
}
