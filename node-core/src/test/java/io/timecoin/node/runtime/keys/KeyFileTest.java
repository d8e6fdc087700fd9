package io.timecoin.node.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Hex;
import io.timecoin.node.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final char[] PASSWORD = "correct horse".toCharArray();
  private static final SigningKey KEY = SigningKey.of(Hex.decode("key", "07".repeat(32), 32));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeKey() throws KeyFileException {
    file = folder.resolve("new").resolve("node.key");
    KeyFile.write(file, KEY, PASSWORD, new SecureRandom());
  }

  @Test
  void keyComesBackWithThePassword() throws KeyFileException {
    assertThat(KeyFile.read(file, PASSWORD).secretBytes()).isEqualTo(KEY.secretBytes());
    assertThat(KeyFile.readPublicKey(file)).isEqualTo(KEY.publicKey());
  }

  @Test
  void secretDoesNotStandInTheFile() throws IOException {
    assertThat(Files.readString(file)).doesNotContain("07".repeat(8)).contains("argon2id");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fileIsItsOwnersAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void wrongPasswordIsRefused() {
    assertThatThrownBy(() -> KeyFile.read(file, "correct horsf".toCharArray()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("wrong password");
  }

  @Test
  void keyIsNeverOverwritten() throws IOException {
    String before = Files.readString(file);
    assertThatThrownBy(() -> KeyFile.write(file, KEY, PASSWORD, new SecureRandom()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("never overwritten");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void exchangedPublicKeyIsNoticed() throws IOException {
    SigningKey other = SigningKey.of(Hex.decode("key", "08".repeat(32), 32));
    change(KEY.publicKey().toString(), other.publicKey().toString());
    assertThatThrownBy(() -> KeyFile.read(file, PASSWORD)).isInstanceOf(KeyFileException.class);
  }

  @Test
  void costsBeyondTheBoundsAreRefusedBeforeAnythingIsComputed() throws IOException {
    change("\"memory_kib\" : 65536", "\"memory_kib\" : 2000000000");
    assertThatThrownBy(() -> KeyFile.read(file, PASSWORD))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("memory_kib");
  }

  @Test
  void emptyPasswordIsRefused() {
    assertThatThrownBy(
            () -> KeyFile.write(folder.resolve("x.key"), KEY, new char[0], new SecureRandom()))
        .isInstanceOf(KeyFileException.class);
  }

  @Test
  void whatIsNoKeyFileIsSaidToBeNone() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "hello");
    assertThatThrownBy(() -> KeyFile.readPublicKey(text)).hasMessageContaining("not JSON");
    assertThatThrownBy(() -> KeyFile.readPublicKey(folder.resolve("none")))
        .hasMessageContaining("there is no file");
    Path other = Files.writeString(folder.resolve("other"), "{\"kind\":\"wallet\"}");
    assertThatThrownBy(() -> KeyFile.readPublicKey(other)).hasMessageContaining("no key file");
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
