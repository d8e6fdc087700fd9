package io.timecoin.app.wallet.file;

import static io.timecoin.app.wallet.file.Wallets.WEAK;
import static io.timecoin.app.wallet.file.Wallets.password;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wallet, two processes. */
class WalletLockIT {

  /** Another instance: tries the lock, says what came of it, and ends when it is told or killed. */
  private static final String OTHER =
      """
      import java.nio.channels.FileChannel;
      import java.nio.file.Path;
      import java.nio.file.StandardOpenOption;

      class Other {
        public static void main(String[] args) throws Exception {
          try (FileChannel channel =
              FileChannel.open(
                  Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            System.out.println(channel.tryLock() == null ? "locked out" : "holds it");
            System.in.read();
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void create() throws IOException {
    path = folder.resolve("w.timewallet");
    WalletFile.create(path, password(), Wallets.small(), WEAK).close();
    Files.writeString(folder.resolve("Other.java"), OTHER);
  }

  private Process other() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            folder.resolve("Other.java").toString(),
            Beside.of(path, ".lock").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstWord(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    return String.valueOf(reader.readLine());
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void walletOfAnotherProcessIsLockedUntilThatIsGone() throws IOException, InterruptedException {
    Process other = other();
    try {
      assertThat(firstWord(other)).isEqualTo("holds it");
      assertThat(WalletFile.open(path, password(), WEAK)).isEqualTo(new Opening.Locked());
    } finally {
      end(other);
    }
    assertThat(WalletFile.open(path, password(), WEAK))
        .isInstanceOfSatisfying(Opening.Opened.class, opened -> opened.file().close());
  }

  @Test
  void secondAttemptHereDoesNotLetAnotherProcessIn() throws IOException, InterruptedException {
    Opening.Opened opened = (Opening.Opened) WalletFile.open(path, password(), WEAK);
    try (WalletFile _ = opened.file()) {
      assertThat(WalletFile.open(path, password(), WEAK)).isEqualTo(new Opening.Locked());
      Process other = other();
      try {
        assertThat(firstWord(other)).isEqualTo("locked out");
      } finally {
        end(other);
      }
    }
  }
}
