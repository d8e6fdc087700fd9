package io.timecoin.app.wallet.file;

import static io.timecoin.app.wallet.file.Wallets.WEAK;
import static io.timecoin.app.wallet.file.Wallets.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timecoin.app.wallet.file.WalletFolder.Entry;
import io.timecoin.app.wallet.file.WalletFolder.Refusal;
import io.timecoin.node.base.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletFolderTest {

  @TempDir private Path temp;
  private WalletFolder folder;

  @BeforeEach
  void nameFolder() {
    folder = new WalletFolder(temp.resolve("wallets"));
  }

  /** Saved twice, so that there is a backup. */
  private void create(String name, Network network) throws IOException {
    Files.createDirectories(folder.folder());
    WalletContents contents =
        WalletContents.create(name, network, Wallets.BORN, WalletSecrets.NONE);
    try (WalletFile file = WalletFile.create(folder.file(name), password(), contents, WEAK)) {
      file.save(contents);
    }
  }

  private List<String> filesIn(String sub) throws IOException {
    try (Stream<Path> files = Files.list(folder.folder().resolve(sub))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void missingFolderHoldsNoWallets() throws IOException {
    assertThat(folder.list()).isEmpty();
    assertThat(folder.check("Savings")).isEmpty();
  }

  @Test
  void walletsAreListedByNameWithTheirNetwork() throws IOException {
    create("savings", Network.MAINNET);
    create("Play", Network.DEVNET);
    create("test", Network.TESTNET);
    Files.writeString(folder.folder().resolve("Broken.timewallet"), "rubbish");
    Files.writeString(folder.folder().resolve("notes.txt"), "x");
    Files.createDirectory(folder.folder().resolve("x.timewallet"));

    assertThat(folder.list())
        .extracting(Entry::name, Entry::network)
        .containsExactly(
            tuple("Broken", Optional.empty()),
            tuple("Play", Optional.of(Network.DEVNET)),
            tuple("savings", Optional.of(Network.MAINNET)),
            tuple("test", Optional.of(Network.TESTNET)));
    assertThat(folder.list().get(1).file()).isEqualTo(folder.file("Play"));
    assertThat(folder.list().get(1).modified()).isBeforeOrEqualTo(Instant.now());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',           NAME_EMPTY
          '  ',         NAME_EMPTY
          ../evil,      NAME_CHARACTER
          a\\b,         NAME_CHARACTER
          c:,           NAME_CHARACTER
          what?,        NAME_CHARACTER
          a\u0000b,     NAME_CHARACTER
          a\u202eb,     NAME_CHARACTER
          a\ud83d,      NAME_CHARACTER
          .hidden,      NAME_RESERVED
          ..,           NAME_RESERVED
          end.,         NAME_RESERVED
          con,          NAME_RESERVED
          NUL.old,      NAME_RESERVED
          lpt1,         NAME_RESERVED
          savings,      NAME_TAKEN
          ' SAVINGS ',  NAME_TAKEN
          """)
  void badNamesAreRefused(String name, Refusal refusal) throws IOException {
    create("Savings", Network.DEVNET);
    assertThat(folder.check(name)).contains(refusal);
    assertThat(folder.rename("Savings", name)).contains(refusal);
    assertThat(filesIn(""))
        .containsExactly("Savings.timewallet", "Savings.timewallet.bak", "Savings.timewallet.lock");
  }

  @Test
  void goodNamesAreTaken() throws IOException {
    for (String name : List.of("Ünïcödé 漢字 👍", "a.b", "console", "x".repeat(60), "it's 5%")) {
      assertThat(folder.check(name)).as(name).isEmpty();
      create(name, Network.DEVNET);
      assertThat(folder.check(name)).as(name).contains(Refusal.NAME_TAKEN);
    }
    assertThat(folder.check("x".repeat(61))).contains(Refusal.NAME_TOO_LONG);
  }

  @Test
  void sameNameInAnotherSpellingOfUnicodeIsTaken() throws IOException {
    create("Caf\u00e9", Network.DEVNET);
    assertThat(folder.check("cafe\u0301")).contains(Refusal.NAME_TAKEN);
    assertThat(folder.file("Cafe\u0301")).exists();
  }

  @Test
  void nameOfALoneBackupIsTaken() throws IOException {
    create("Savings", Network.DEVNET);
    Files.delete(folder.file("Savings"));
    assertThat(folder.check("savings")).contains(Refusal.NAME_TAKEN);
  }

  @Test
  void renamedWalletBringsItsBackup() throws IOException {
    create("Savings", Network.DEVNET);
    byte[] bytes = Files.readAllBytes(folder.file("Savings"));
    assertThat(folder.rename("Savings", " Holidays ")).isEmpty();
    assertThat(filesIn("")).containsExactly("Holidays.timewallet", "Holidays.timewallet.bak");
    assertThat(Files.readAllBytes(folder.file("Holidays"))).isEqualTo(bytes);
    assertThat(WalletFile.open(folder.file("Holidays"), password(), WEAK))
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> {
              assertThat(opened.contents().about().name()).isEqualTo("Holidays");
              opened.file().close();
            });
  }

  @Test
  void deletedWalletsAreKeptApart() throws IOException {
    create("Savings", Network.DEVNET);
    assertThat(folder.delete("Savings")).isEmpty();
    create("Savings", Network.MAINNET);
    assertThat(folder.delete("Savings")).isEmpty();
    assertThat(folder.list()).isEmpty();
    assertThat(folder.check("Savings")).isEmpty();
    WalletFolder deleted = new WalletFolder(folder.folder().resolve(WalletFolder.DELETED));
    assertThat(deleted.list())
        .extracting(Entry::name, Entry::network)
        .containsExactly(
            tuple("Savings", Optional.of(Network.DEVNET)),
            tuple("Savings 2", Optional.of(Network.MAINNET)));
    assertThat(filesIn(WalletFolder.DELETED)).hasSize(4);
  }

  @Test
  void openWalletIsNeitherRenamedNorDeleted() throws IOException {
    create("Savings", Network.DEVNET);
    Opening.Opened opened =
        (Opening.Opened) WalletFile.open(folder.file("Savings"), password(), WEAK);
    assertThat(folder.rename("Savings", "Holidays")).contains(Refusal.OPEN);
    assertThat(folder.delete("Savings")).contains(Refusal.OPEN);
    opened.file().save(opened.contents());
    opened.file().close();
    assertThat(folder.delete("Savings")).isEmpty();
  }

  @Test
  void missingWalletsAreNamed() throws IOException {
    assertThat(folder.rename("Savings", "x")).contains(Refusal.NO_SUCH_WALLET);
  }

  @Test
  void nameThatLeadsOutOfTheFolderIsNone() throws IOException {
    create("Savings", Network.DEVNET);
    Files.move(folder.file("Savings"), temp.resolve("Savings.timewallet"));
    assertThat(folder.delete("../Savings")).contains(Refusal.NO_SUCH_WALLET);
    assertThat(folder.rename("../Savings", "x")).contains(Refusal.NO_SUCH_WALLET);
    assertThat(temp.resolve("Savings.timewallet")).exists();
  }
}
