package io.timecoin.app.wallet.file;

import static io.timecoin.app.wallet.file.Wallets.WEAK;
import static io.timecoin.app.wallet.file.Wallets.facts;
import static io.timecoin.app.wallet.file.Wallets.full;
import static io.timecoin.app.wallet.file.Wallets.password;
import static io.timecoin.app.wallet.file.Wallets.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.app.wallet.keys.KeyChain;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WalletFileTest {

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void nameFile() {
    path = folder.resolve("Savings.timewallet");
  }

  private void create(WalletContents contents) throws IOException {
    WalletFile.create(path, password(), contents, WEAK).close();
  }

  private Opening open(String password) {
    return WalletFile.open(path, password.toCharArray(), WEAK);
  }

  private WalletContents read(String password) {
    Opening opening = open(password);
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    Opening.Opened opened = (Opening.Opened) opening;
    opened.file().close();
    return opened.contents();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    create(full());
    assertThat(facts(read("correct horse"))).isEqualTo(facts(full()));
  }

  @Test
  void keyringOfAFileSignsForItsWordsAndItsKeys() throws IOException {
    create(full());
    WalletContents contents = read("correct horse");
    var account = contents.secrets().account(Network.DEVNET).orElseThrow();
    var expected = account.addresses(KeyChain.RECEIVE, 6).get(5);
    try (var ring = contents.keyring()) {
      assertThat(ring.receiveAddress()).isEqualTo(expected);
      assertThat(ring.addresses()).contains(Wallets.address(3));
      assertThat(ring.canSign(expected)).isTrue();
      assertThat(ring.canSign(contents.secrets().imported().getFirst().address())).isTrue();
      assertThat(ring.canSign(Wallets.address(3))).isFalse();
    }
  }

  @Test
  void wrongPasswordIsSaidAndDoesNotKeepTheFileLocked() throws IOException {
    create(full());
    assertThat(open("Correct horse")).isEqualTo(new Opening.WrongPassword());
    read("correct horse");
  }

  @Test
  void openWalletIsLockedUntilItIsClosed() throws IOException {
    create(full());
    Opening.Opened opened = (Opening.Opened) open("correct horse");
    assertThat(open("correct horse")).isEqualTo(new Opening.Locked());
    Path roundabout =
        folder.resolve("..").resolve(folder.getFileName()).resolve("Savings.timewallet");
    assertThat(WalletFile.open(roundabout, password(), WEAK)).isEqualTo(new Opening.Locked());
    opened.file().close();
    read("correct horse");
  }

  @Test
  void existingFileIsNotOverwritten() throws IOException {
    create(full());
    assertThatThrownBy(() -> create(small())).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(facts(read("correct horse"))).isEqualTo(facts(full()));
  }

  @Test
  void backupOfAWalletThatIsGoneDoesNotBecomeThatOfANewOne() throws IOException {
    create(full());
    Files.move(path, Beside.backup(path));
    assertThatThrownBy(() -> create(small())).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(path).doesNotExist();
  }

  @Test
  void emptyPasswordIsRefusedAndLeavesNoWallet() {
    assertThatThrownBy(() -> WalletFile.create(path, new char[0], small(), WEAK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(path).doesNotExist();
    assertThat(open("x")).isInstanceOf(Opening.Unreadable.class);
  }

  @Test
  void savingKeepsTheVersionBefore() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      assertThat(Beside.backup(path)).doesNotExist();
      byte[] first = Files.readAllBytes(path);
      file.save(full());
      assertThat(Files.readAllBytes(Beside.backup(path))).isEqualTo(first);
    }
    assertThat(facts(read("correct horse"))).isEqualTo(facts(full()));
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "Savings.timewallet", "Savings.timewallet.bak", "Savings.timewallet.lock");
  }

  @Test
  void noTwoSavesShareANonce() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      byte[] first = Files.readAllBytes(path);
      file.save(small());
      byte[] second = Files.readAllBytes(path);
      assertThat(Arrays.copyOfRange(second, 36, 48))
          .isNotEqualTo(Arrays.copyOfRange(first, 36, 48));
      assertThat(Arrays.copyOf(second, 36)).isEqualTo(Arrays.copyOf(first, 36));
    }
  }

  @Test
  void damagedFileDoesNotTakeThePlaceOfAGoodBackup() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      file.save(small());
      byte[] good = Files.readAllBytes(Beside.backup(path));
      Files.write(path, new byte[] {1, 2, 3});
      file.save(full());
      assertThat(Files.readAllBytes(Beside.backup(path))).isEqualTo(good);
    }
    assertThat(facts(read("correct horse"))).isEqualTo(facts(full()));
  }

  @Test
  void backupTakesThePlaceOfADamagedFileWhichIsKept() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      file.save(full());
      assertThatThrownBy(() -> WalletFile.restoreBackup(path, WEAK))
          .hasMessageContaining("is open");
    }
    for (String kept : new String[] {".damaged", ".damaged-2"}) {
      Files.writeString(path, "rubbish " + kept);
      assertThat(open("correct horse"))
          .isEqualTo(
              new Opening.Damaged("it does not begin like a wallet file, or is cut off", true));
      WalletFile.restoreBackup(path, WEAK);
      assertThat(facts(read("correct horse"))).isEqualTo(facts(small()));
      assertThat(Beside.of(path, kept)).hasContent("rubbish " + kept);
    }
  }

  @Test
  void damagedBackupIsNotRestored() throws IOException {
    create(small());
    Files.writeString(Beside.backup(path), "rubbish");
    assertThatThrownBy(() -> WalletFile.restoreBackup(path, WEAK))
        .hasMessageContaining("damaged too");
    assertThat(facts(read("correct horse"))).isEqualTo(facts(small()));
  }

  @Test
  void missingFileSaysWhetherThereIsABackup() throws IOException {
    create(small());
    Files.move(path, Beside.backup(path));
    assertThat(open("correct horse"))
        .isEqualTo(new Opening.Unreadable("there is no file " + path, true));
    WalletFile.restoreBackup(path, WEAK);
    read("correct horse");
  }

  @Test
  void newPasswordOpensFileAndBackupAndTheOldOneNeither() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      file.save(full());
      assertThat(file.isPassword(password())).isTrue();
      file.changePassword("battery staple".toCharArray(), full());
      assertThat(file.isPassword(password())).isFalse();
      assertThat(file.isPassword("battery staple".toCharArray())).isTrue();
    }
    assertThat(open("correct horse")).isEqualTo(new Opening.WrongPassword());
    assertThat(facts(read("battery staple"))).isEqualTo(facts(full()));
    Files.write(path, new byte[0]);
    WalletFile.restoreBackup(path, WEAK);
    assertThat(open("correct horse")).isEqualTo(new Opening.WrongPassword());
    assertThat(facts(read("battery staple"))).isEqualTo(facts(full()));
  }

  @Test
  void refusedNewPasswordLeavesTheOldOneInForce() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      assertThatThrownBy(() -> file.changePassword(new char[0], small()))
          .isInstanceOf(IllegalArgumentException.class);
      file.save(full());
    }
    assertThat(facts(read("correct horse"))).isEqualTo(facts(full()));
  }

  @Test
  void laterVersionIsNamedAndNeitherDamagedNorLocked() throws IOException {
    create(small());
    byte[] bytes = Files.readAllBytes(path);
    bytes[9] = 2;
    rehash(bytes);
    Files.write(path, bytes);
    assertThat(open("correct horse")).isEqualTo(new Opening.TooNew(2));
    assertThat(open("correct horse")).isEqualTo(new Opening.TooNew(2));
  }

  static void rehash(byte[] file) {
    byte[] hash = Hashes.sha256(Arrays.copyOf(file, file.length - 32));
    System.arraycopy(hash, 0, file, file.length - 32, 32);
  }

  @Test
  void renamedFileNamesTheWallet() throws IOException {
    create(small());
    path = Files.move(path, folder.resolve("Holidays.timewallet"));
    assertThat(read("correct horse").about().name()).isEqualTo("Holidays");
  }

  @Test
  void contentsOfAnotherNetworkAreNotPutIntoTheFile() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      WalletContents real =
          WalletContents.create("x", Network.MAINNET, Wallets.BORN, WalletSecrets.NONE);
      assertThatThrownBy(() -> file.save(real)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(facts(read("correct horse"))).isEqualTo(facts(small()));
  }

  @Test
  void closedFileIsNotSaved() throws IOException {
    WalletFile file = WalletFile.create(path, password(), small(), WEAK);
    file.close();
    assertThatThrownBy(() -> file.save(full())).isInstanceOf(IllegalStateException.class);
    file.close();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fileAndBackupAreTheOwnersAlone() throws IOException {
    try (WalletFile file = WalletFile.create(path, password(), small(), WEAK)) {
      file.save(full());
    }
    for (Path file : new Path[] {path, Beside.backup(path)}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void nothingPrivateIsLegibleInTheFile() throws IOException {
    create(full());
    String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("Rent", "Bob", "TIME0", "Savings", "labels", "ZZZZ");
  }

  @Test
  void usualPasswordsAreDearToGuess() throws IOException {
    WalletFile.create(path, password(), small(), FileSettings.usual(new SecureRandom())).close();
    byte[] bytes = Files.readAllBytes(path);
    assertThat(Arrays.copyOfRange(bytes, 12, 20)).containsExactly(0, 2, 0, 0, 0, 0, 0, 3);
    read("correct horse");
  }
}
